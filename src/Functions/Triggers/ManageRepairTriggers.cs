using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Admin;

namespace Functions.Triggers;

/// <summary>What admins put right.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="quarantine">Mails held back.</param>
/// <param name="deadLetters">Effects given up.</param>
public sealed class ManageRepairTriggers(Door door, AdminQuarantine quarantine, AdminDeadLetters deadLetters)
{
    /// <summary><c>GET /manage/quarantine</c>.</summary>
    [Function("ManageQuarantine")]
    public Task<IResult> QuarantineAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/quarantine")] HttpRequest request) =>
        door.ShowAsync(request, quarantine.ListAsync);

    /// <summary><c>GET /manage/quarantine/{sha256}</c>.</summary>
    [Function("ManageQuarantined")]
    public Task<IResult> QuarantinedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/quarantine/{sha256}")] HttpRequest request, string sha256) =>
        door.ShowAsync(request, http => quarantine.GetAsync(http, sha256));

    /// <summary><c>POST /manage/quarantine/{sha256}</c>.</summary>
    [Function("ManageSettle")]
    public Task<IResult> SettleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/quarantine/{sha256}")] HttpRequest request, string sha256,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => quarantine.SettleAsync(http, sha256));

    /// <summary><c>GET /manage/dead-letters</c>.</summary>
    [Function("ManageDeadLetters")]
    public Task<IResult> DeadLettersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/dead-letters")] HttpRequest request) =>
        door.ShowAsync(request, deadLetters.GetAsync);

    /// <summary><c>POST /manage/dead-letters/retry</c>.</summary>
    [Function("ManageRetry")]
    public Task<IResult> RetryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/dead-letters/retry")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, deadLetters.RetryAsync);
}
