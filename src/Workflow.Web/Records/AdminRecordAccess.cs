using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;
using Workflow.Web.Admin;
using Workflow.Web.Languages;

namespace Workflow.Web.Records;

/// <summary>Lets in who is signed in as an admin.</summary>
internal sealed class AdminRecordAccess(AdminSession session) : IRecordAccess
{
    public ValueTask<Language?> ReaderAsync(HttpContext http, RequestId id) =>
        ValueTask.FromResult(session.Find(http) is null ? null : Language.English);
}
