using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflow.Web.Pages;

namespace Functions.Triggers;

/// <summary>What anybody may open, and the answer to every address that leads nowhere.</summary>
/// <remarks>
/// Of several routes that match an address the runtime takes that of the function whose name comes first in the
/// alphabet, whatever ASP.NET Core would prefer (azure-functions-host, issue 9876). A name decides; a test watches.
/// </remarks>
/// <param name="door">Through which they go.</param>
public sealed class PublicTriggers(Door door)
{
    /// <summary>
    /// <c>GET /</c>. An empty route would mean the function's name; this one matches the empty path alone, and the setting
    /// <c>AzureWebJobsDisableHomepage</c> keeps the runtime's own page away (Azure-Functions, issue 2473).
    /// </summary>
    [Function("Start")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{start:maxlength(0)?}")] HttpRequest request) =>
        door.ShowAsync(request, _ => Task.FromResult(StartPage.Get()));

    /// <summary><c>GET /assets/{name}</c>.</summary>
    [Function("Asset")]
    public Task<IResult> AssetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, string name) =>
        door.ShowAsync(request, http => Task.FromResult(Assets.Get(http, name)));

    /// <summary>Whatever no other trigger takes: 404. The last name of all.</summary>
    [Function("ZzNowhere")]
    public Task<IResult> NowhereAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        door.ShowAsync(request, http => Task.FromResult(NotFoundPage.Get(http)));
}
