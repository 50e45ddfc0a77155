using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Digests;

namespace Functions.Triggers;

/// <summary>Sends digests, and is where their readers end them.</summary>
/// <param name="door">Through which people go.</param>
/// <param name="mailing">Sends what is due.</param>
/// <param name="pages">The page that switches digests off and on.</param>
public sealed class DigestTriggers(Door door, DigestMailing mailing, DigestPages pages)
{
    /// <summary>Every hour: each digest leaves once, however often it is looked.</summary>
    [Function("SendDigests")]
    public Task SendAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        mailing.SendAsync(cancellationToken);

    /// <summary><c>GET /digests</c>.</summary>
    [Function("DigestsPage")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "digests")] HttpRequest request) =>
        door.ShowAsync(request, pages.ShowAsync);

    /// <summary><c>POST /digests</c>.</summary>
    [Function("SwitchDigests")]
    public Task<IResult> SwitchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "digests")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, pages.SwitchAsync);

    /// <summary><c>POST /digests/off</c>.</summary>
    [Function("DigestsOff")]
    public Task<IResult> OffAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "digests/off")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, pages.OffAsync);
}
