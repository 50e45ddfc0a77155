using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Review;
using Workflow.Web.Review.Acts;
using Workflow.Web.Review.Consents;
using Workflow.Web.Review.Notices;

namespace Functions.Triggers;

/// <summary>What approvers see and do. The link, and in tier <c>written</c> the code, prove who they are.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="pages">The review page.</param>
/// <param name="acts">Handing on, stepping back, revoking.</param>
/// <param name="consents">The page on which consents are checked off.</param>
/// <param name="notices">The page on which many requests are taken note of at once.</param>
/// <param name="files">Attachments.</param>
public sealed class ReviewTriggers(
    Door door, ReviewPages pages, ActPages acts, ConsentCheckPages consents, NoticePages notices, ReviewFiles files)
{
    /// <summary><c>GET /review</c>.</summary>
    [Function("ReviewPage")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review")] HttpRequest request) =>
        door.ShowAsync(request, pages.ShowAsync);

    /// <summary><c>POST /review</c>.</summary>
    [Function("Decide")]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, pages.DecideAsync);

    /// <summary><c>POST /review/code</c>.</summary>
    [Function("ReviewCode")]
    public Task<IResult> CodeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/code")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, pages.MailCodeAsync);

    /// <summary><c>GET /review/file</c>.</summary>
    [Function("ReviewFile")]
    public Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/file")] HttpRequest request) =>
        door.ShowAsync(request, files.DownloadAsync);

    /// <summary><c>GET /review/delegate</c>.</summary>
    [Function("DelegatePage")]
    public Task<IResult> DelegatePageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/delegate")] HttpRequest request) =>
        door.ShowAsync(request, http => acts.ShowAsync(http, Act.HandingOn));

    /// <summary><c>POST /review/delegate</c>.</summary>
    [Function("Delegate")]
    public Task<IResult> DelegateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/delegate")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => acts.PostAsync(http, Act.HandingOn));

    /// <summary><c>GET /review/recuse</c>.</summary>
    [Function("RecusePage")]
    public Task<IResult> RecusePageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/recuse")] HttpRequest request) =>
        door.ShowAsync(request, http => acts.ShowAsync(http, Act.SteppingBack));

    /// <summary><c>POST /review/recuse</c>.</summary>
    [Function("Recuse")]
    public Task<IResult> RecuseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/recuse")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => acts.PostAsync(http, Act.SteppingBack));

    /// <summary><c>GET /review/revoke</c>.</summary>
    [Function("RevokePage")]
    public Task<IResult> RevokePageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/revoke")] HttpRequest request) =>
        door.ShowAsync(request, http => acts.ShowAsync(http, Act.Revoking));

    /// <summary><c>POST /review/revoke</c>.</summary>
    [Function("Revoke")]
    public Task<IResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/revoke")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => acts.PostAsync(http, Act.Revoking));

    /// <summary><c>GET /review/consents</c>.</summary>
    [Function("ConsentChecks")]
    public Task<IResult> ConsentsPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/consents")] HttpRequest request) =>
        door.ShowAsync(request, consents.ShowAsync);

    /// <summary><c>POST /review/consents</c>.</summary>
    [Function("CheckConsents")]
    public Task<IResult> CheckConsentsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/consents")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, consents.CheckAsync);

    /// <summary><c>GET /review/notices</c>.</summary>
    [Function("Notices")]
    public Task<IResult> NoticesPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "review/notices")] HttpRequest request) =>
        door.ShowAsync(request, notices.ShowAsync);

    /// <summary><c>POST /review/notices</c>.</summary>
    [Function("Acknowledge")]
    public Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/notices")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, notices.AcknowledgeAsync);
}
