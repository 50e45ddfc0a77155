using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Records;

namespace Functions.Triggers;

/// <summary>Written records, and whether they are genuine.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="pages">The pages.</param>
public sealed class RecordTriggers(Door door, RecordPages pages)
{
    /// <summary><c>GET /records</c>.</summary>
    [Function("RecordsForm")]
    public Task<IResult> FormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "records")] HttpRequest request) =>
        door.ShowAsync(request, pages.FormAsync);

    /// <summary><c>GET /records/verify</c>. Named to come before <c>RecordPage</c>, see <see cref="PublicTriggers"/>.</summary>
    [Function("RecordCheckForm")]
    public Task<IResult> VerifyFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "records/verify")] HttpRequest request) =>
        door.ShowAsync(request, pages.FormAsync);

    /// <summary><c>POST /records/verify</c>.</summary>
    [Function("RecordCheck")]
    public Task<IResult> VerifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "records/verify")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, pages.VerifyAsync);

    /// <summary><c>GET /records/{id}</c>.</summary>
    [Function("RecordPage")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "records/{id}")] HttpRequest request, string id) =>
        door.ShowAsync(request, http => pages.ShowAsync(http, id));

    /// <summary><c>GET /records/{id}/file.pdf</c>.</summary>
    [Function("RecordPdf")]
    public Task<IResult> PdfAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "records/{id}/file.pdf")] HttpRequest request, string id) =>
        door.ShowAsync(request, http => pages.FileAsync(http, id));

    /// <summary><c>GET /records/{id}/record.jws</c>.</summary>
    [Function("RecordJws")]
    public Task<IResult> JwsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "records/{id}/record.jws")] HttpRequest request, string id) =>
        door.ShowAsync(request, http => pages.JwsAsync(http, id));

    /// <summary><c>GET /.well-known/approvals-keys.json</c>.</summary>
    [Function("RecordKeys")]
    public Task<IResult> KeysAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ".well-known/approvals-keys.json")] HttpRequest request) =>
        door.ShowAsync(request, http => Task.FromResult(pages.Keys(http)));
}
