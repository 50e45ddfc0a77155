using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Records;

/// <summary>
/// One way to be allowed to read a whole record: a mailed link, an admin's session. Any one of those registered is
/// enough; without any, a visitor learns only that a record is genuine.
/// </summary>
public interface IRecordAccess
{
    /// <summary>The language in which this visitor reads the record of a request, or null when they may not read it this way.</summary>
    ValueTask<Language?> ReaderAsync(HttpContext http, RequestId id);
}
