using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Admin;

namespace Functions.Triggers;

/// <summary>What admins see. Their gate is inside the pages.</summary>
/// <param name="door">Through which they go.</param>
/// <param name="signIn">The way in and out.</param>
/// <param name="requests">The list.</param>
/// <param name="inspector">One request.</param>
public sealed class ManageTriggers(Door door, AdminSignIn signIn, AdminRequests requests, AdminInspector inspector)
{
    /// <summary><c>GET /manage/sign-in</c>.</summary>
    [Function("ManageSignInForm")]
    public Task<IResult> SignInFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/sign-in")] HttpRequest request) =>
        door.ShowAsync(request, signIn.GetAsync);

    /// <summary><c>POST /manage/sign-in</c>.</summary>
    [Function("ManageSignIn")]
    public Task<IResult> SignInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/sign-in")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, signIn.PostAsync);

    /// <summary><c>GET /manage/sign-out</c>.</summary>
    [Function("ManageSignOutForm")]
    public Task<IResult> SignOutFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/sign-out")] HttpRequest request) =>
        door.ShowAsync(request, signIn.AskToLeaveAsync);

    /// <summary><c>POST /manage/sign-out</c>.</summary>
    [Function("ManageSignOut")]
    public Task<IResult> SignOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/sign-out")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, signIn.LeaveAsync);

    /// <summary><c>GET /manage</c>.</summary>
    [Function("ManageRequests")]
    public Task<IResult> RequestsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage")] HttpRequest request) =>
        door.ShowAsync(request, requests.GetAsync);

    /// <summary><c>GET /api/admin/requests</c>.</summary>
    [Function("ApiManageRequests")]
    public Task<IResult> RequestsJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/admin/requests")] HttpRequest request) =>
        door.ShowAsync(request, requests.GetJsonAsync);

    /// <summary><c>GET /manage/requests/{id}</c>.</summary>
    [Function("ManageRequest")]
    public Task<IResult> RequestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/requests/{id}")] HttpRequest request, string id) =>
        door.ShowAsync(request, http => inspector.GetAsync(http, id));

    /// <summary><c>GET /manage/requests/{id}/files/{sha256}</c>.</summary>
    [Function("ManageFile")]
    public Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/requests/{id}/files/{sha256}")] HttpRequest request, string id, string sha256) =>
        door.ShowAsync(request, http => inspector.GetFileAsync(http, id, sha256));

    /// <summary><c>POST /manage/requests/{id}/{power}</c>.</summary>
    [Function("ManagePower")]
    public Task<IResult> PowerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/requests/{id}/{power}")] HttpRequest request, string id, string power,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, http => inspector.PostAsync(http, id, power));
}
