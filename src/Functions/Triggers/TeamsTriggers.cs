using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web.Teams;

namespace Functions.Triggers;

/// <summary>Where the Bot Framework calls. Its token is judged by the handler; the function's own key would be one secret more.</summary>
/// <param name="door">Through which it goes.</param>
/// <param name="messages">The bot.</param>
public sealed class TeamsTriggers(Door door, TeamsMessages messages)
{
    /// <summary><c>POST /api/messages</c>.</summary>
    [Function("TeamsMessages")]
    public Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/messages")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.DoAsync(request, client, messages.TakeAsync);
}
