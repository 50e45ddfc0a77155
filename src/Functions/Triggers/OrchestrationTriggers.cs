using Functions.Administration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Functions.Triggers;

/// <summary>How programs of admins watch and steer orchestrations. LocalHost has none, and none of these addresses.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="admin">What answers. Its gate is inside.</param>
public sealed class OrchestrationTriggers(Door door, OrchestrationAdmin admin)
{
    /// <summary><c>GET /api/admin/orchestrations</c>.</summary>
    [Function("ListOrchestrations")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/admin/orchestrations")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.ShowAsync(request, http => admin.ListAsync(http, client));

    /// <summary><c>GET /api/admin/orchestrations/{id}</c>.</summary>
    [Function("GetOrchestration")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/admin/orchestrations/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client) =>
        door.ShowAsync(request, http => admin.GetAsync(http, client, id));

    /// <summary><c>POST /api/admin/orchestrations/{id}/suspend</c>.</summary>
    [Function("SuspendOrchestration")]
    public Task<IResult> SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admin/orchestrations/{id}/suspend")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => admin.SuspendAsync(http, client, id));

    /// <summary><c>POST /api/admin/orchestrations/{id}/resume</c>.</summary>
    [Function("ResumeOrchestration")]
    public Task<IResult> ResumeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admin/orchestrations/{id}/resume")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => admin.ResumeAsync(http, client, id));

    /// <summary><c>POST /api/admin/orchestrations/{id}/terminate</c>.</summary>
    [Function("TerminateOrchestration")]
    public Task<IResult> TerminateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admin/orchestrations/{id}/terminate")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => admin.TerminateAsync(http, client, id));

    /// <summary><c>POST /api/admin/orchestrations/{id}/restart</c>.</summary>
    [Function("RestartOrchestration")]
    public Task<IResult> RestartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admin/orchestrations/{id}/restart")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => admin.RestartAsync(http, client, id));

    /// <summary><c>POST /api/admin/orchestrations/purge</c>.</summary>
    [Function("PurgeOrchestrations")]
    public Task<IResult> PurgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/admin/orchestrations/purge")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => admin.PurgeAsync(http, client));
}
