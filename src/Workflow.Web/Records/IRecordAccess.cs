using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;

namespace Workflow.Web.Records;

/// <summary>
/// One way to be allowed to read a whole record: a mailed link, an admin's session. Any one of those registered is
/// enough; without any, a visitor learns only that a record is genuine.
/// </summary>
public interface IRecordAccess
{
    /// <summary>Whether whoever asks may read everything the record of this request says.</summary>
    ValueTask<bool> MayReadAsync(HttpContext http, RequestId id);
}
