using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Following;

namespace Functions.Triggers;

/// <summary>What submitters do about an approval: consents, new versions, renewals and notes. The link proves who they are.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="consents">Attaching consents.</param>
/// <param name="amendments">New versions.</param>
/// <param name="renewals">The same once more.</param>
/// <param name="notes">Notes, and conditions that are met.</param>
public sealed class SubmitterApprovalTriggers(
    Door door, ConsentPages consents, AmendPages amendments, RenewPages renewals, NotePages notes)
{
    /// <summary><c>GET /request/consent</c>.</summary>
    [Function("ConsentForm")]
    public Task<IResult> ConsentFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "request/consent")] HttpRequest request) =>
        door.ShowAsync(request, consents.FormAsync);

    /// <summary><c>POST /request/consent</c>.</summary>
    [Function("AttachConsent")]
    public Task<IResult> AttachConsentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "request/consent")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, consents.AttachAsync);

    /// <summary><c>GET /request/amend</c>.</summary>
    [Function("AmendForm")]
    public Task<IResult> AmendFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "request/amend")] HttpRequest request) =>
        door.ShowAsync(request, amendments.FormAsync);

    /// <summary><c>POST /request/amend</c>.</summary>
    [Function("Amend")]
    public Task<IResult> AmendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "request/amend")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, amendments.AmendAsync);

    /// <summary><c>GET /request/renew</c>.</summary>
    [Function("RenewForm")]
    public Task<IResult> RenewFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "request/renew")] HttpRequest request) =>
        door.ShowAsync(request, renewals.FormAsync);

    /// <summary><c>POST /request/renew</c>.</summary>
    [Function("Renew")]
    public Task<IResult> RenewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "request/renew")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, renewals.RenewAsync);

    /// <summary><c>GET /request/note</c>.</summary>
    [Function("NoteForm")]
    public Task<IResult> NoteFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "request/note")] HttpRequest request) =>
        door.ShowAsync(request, notes.FormAsync);

    /// <summary><c>POST /request/note</c>.</summary>
    [Function("AddNote")]
    public Task<IResult> AddNoteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "request/note")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, notes.AddAsync);
}
