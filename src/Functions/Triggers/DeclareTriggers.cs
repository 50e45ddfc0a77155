using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Submitting;

namespace Functions.Triggers;

/// <summary>The form by which people declare a use.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="pages">The form.</param>
public sealed class DeclareTriggers(Door door, DeclarePages pages)
{
    /// <summary><c>GET /declare</c>.</summary>
    [Function("DeclareForm")]
    public Task<IResult> FormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "declare")] HttpRequest request) =>
        door.ShowAsync(request, pages.FormAsync);

    /// <summary><c>POST /declare</c>.</summary>
    [Function("Declare")]
    public Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "declare")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, pages.SubmitAsync);

    /// <summary><c>GET /declare/sent</c>.</summary>
    [Function("DeclareReceipt")]
    public Task<IResult> ReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "declare/sent")] HttpRequest request) =>
        door.ShowAsync(request, pages.ReceiptAsync);
}
