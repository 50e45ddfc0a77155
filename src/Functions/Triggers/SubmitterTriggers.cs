using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Following;

namespace Functions.Triggers;

/// <summary>What submitters see and do about their own requests. The link proves who they are.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="status">Where it stands.</param>
/// <param name="information">Questions to the submitter.</param>
/// <param name="withdraw">Taking it back.</param>
/// <param name="links">New links for lost ones.</param>
public sealed class SubmitterTriggers(Door door, StatusPages status, InformationPages information, WithdrawPages withdraw, FreshLinks links)
{
    /// <summary><c>GET /request</c>.</summary>
    [Function("RequestStatus")]
    public Task<IResult> StatusAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "request")] HttpRequest request) =>
        door.ShowAsync(request, status.ShowAsync);

    /// <summary><c>GET /request/information</c>.</summary>
    [Function("InformationForm")]
    public Task<IResult> InformationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "request/information")] HttpRequest request) =>
        door.ShowAsync(request, information.FormAsync);

    /// <summary><c>POST /request/information</c>.</summary>
    [Function("ProvideInformation")]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "request/information")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, information.AnswerAsync);

    /// <summary><c>GET /request/withdraw</c>.</summary>
    [Function("WithdrawForm")]
    public Task<IResult> WithdrawFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "request/withdraw")] HttpRequest request) =>
        door.ShowAsync(request, withdraw.FormAsync);

    /// <summary><c>POST /request/withdraw</c>.</summary>
    [Function("Withdraw")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "request/withdraw")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, withdraw.WithdrawAsync);

    /// <summary><c>POST /request/link</c>.</summary>
    [Function("FreshLink")]
    public Task<IResult> LinkAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "request/link")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, links.SendAsync);
}
