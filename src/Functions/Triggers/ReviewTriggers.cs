using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Review;

namespace Functions.Triggers;

/// <summary>What approvers see and do. The link, and in tier <c>written</c> the code, prove who they are.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="pages">The review page.</param>
/// <param name="files">Attachments.</param>
public sealed class ReviewTriggers(Door door, ReviewPages pages, ReviewFiles files)
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
}
