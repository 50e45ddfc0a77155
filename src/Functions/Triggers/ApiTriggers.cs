using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Api;

namespace Functions.Triggers;

/// <summary>What programs send. The mail server proves itself by its key.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="requests">Declarations as JSON.</param>
/// <param name="email">Raw mails.</param>
public sealed class ApiTriggers(Door door, RequestsApi requests, EmailIntakeApi email)
{
    /// <summary><c>POST /api/requests</c>.</summary>
    [Function("ApiSubmit")]
    public Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/requests")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, requests.SubmitAsync);

    /// <summary><c>GET /api/requests/{id}</c>.</summary>
    [Function("ApiStatus")]
    public Task<IResult> StatusAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/requests/{id}")] HttpRequest request, string id) =>
        door.ShowAsync(request, http => requests.StatusAsync(http, id));

    /// <summary><c>POST /api/intake/email</c>.</summary>
    [Function("ApiEmail")]
    public Task<IResult> EmailAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/intake/email")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, email.TakeAsync);
}
