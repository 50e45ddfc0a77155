using System.Text.Json;
using Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Admin;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Functions.Administration;

/// <summary>
/// Lets admins watch and steer orchestrations, and auditors watch. Nothing here changes a request: an orchestration is
/// its alarm clock and courier, and one that is terminated or purged while its request is open is started again by the
/// sweep. To hold a request's mails and clock for longer, suspend it.
/// </summary>
/// <param name="gate">Who may.</param>
/// <param name="desk">Which requests there are.</param>
/// <param name="housekeeping">What purges.</param>
/// <param name="seal">Seals where the next page begins.</param>
/// <param name="logger">Told who did what, without personal data.</param>
public sealed partial class OrchestrationAdmin(AdminGate gate, ApprovalDesk desk, Housekeeping housekeeping, PageSeal seal, ILogger<OrchestrationAdmin> logger)
{
    private const int PageSize = 50;
    private const int ReasonLength = 200;
    private const int LargestBody = 4096;

    private const OrchestrationRuntimeStatus Pending = OrchestrationRuntimeStatus.Pending;
    private const OrchestrationRuntimeStatus Running = OrchestrationRuntimeStatus.Running;
    private const OrchestrationRuntimeStatus Suspended = OrchestrationRuntimeStatus.Suspended;

    private static readonly OrchestrationRuntimeStatus[] Statuses =
        [Pending, Running, Suspended, OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary><c>GET /api/admin/orchestrations?status=&amp;after=</c>: a page of them.</summary>
    internal Task<IResult> ListAsync(HttpContext http, DurableTaskClient client) => gate.ShowAsync(http, async _ =>
    {
        var word = http.Request.Query["status"].ToString();
        var status = Statuses.Cast<OrchestrationRuntimeStatus?>().FirstOrDefault(s => Wire.Word(s!.Value) == word);
        if (status is null && word.Length > 0)
            return InstanceProblems.NoStatus(string.Join(", ", Statuses.Select(Wire.Word))).ToJson();

        var query = new OrchestrationQuery(Statuses: status is { } wanted ? [wanted] : null, PageSize: PageSize);
        if (!seal.TryOpen(http.Request.Query["after"].ToString(), out var after))
            return InstanceProblems.NoPage.ToJson();

        await foreach (var page in client.GetAllInstancesAsync(query).AsPages(after, PageSize).WithCancellation(http.RequestAborted))
        {
            var listing = new InstanceListing([.. page.Values.Select(InstanceDocument.Of)], seal.Close(page.ContinuationToken));
            return Page.Secure(Results.Json(listing, AdministrationJson.Default.InstanceListing));
        }

        return Page.Secure(Results.Json(new InstanceListing([], null), AdministrationJson.Default.InstanceListing));
    });

    /// <summary><c>GET /api/admin/orchestrations/{id}</c>: one of them.</summary>
    internal Task<IResult> GetAsync(HttpContext http, DurableTaskClient client, string id) => gate.ShowAsync(http, async _ =>
        await FindAsync(client, id, http.RequestAborted) is { } instance
            ? Page.Secure(Results.Json(InstanceDocument.Of(instance), AdministrationJson.Default.InstanceDocument))
            : InstanceProblems.Missing.ToJson());

    /// <summary><c>POST …/{id}/suspend</c>: it does nothing more until it is resumed; what happens meanwhile waits.</summary>
    internal Task<IResult> SuspendAsync(HttpContext http, DurableTaskClient client, string id) => SteerAsync(
        http, client, id, [Pending, Running], $"It can be suspended while it is pending or running.",
        (instance, reason) => client.SuspendInstanceAsync(instance, reason, http.RequestAborted), "suspend");

    /// <summary><c>POST …/{id}/resume</c>: it goes on.</summary>
    internal Task<IResult> ResumeAsync(HttpContext http, DurableTaskClient client, string id) => SteerAsync(
        http, client, id, [Suspended], $"It can be resumed while it is suspended.",
        (instance, reason) => client.ResumeInstanceAsync(instance, reason, http.RequestAborted), "resume");

    /// <summary><c>POST …/{id}/terminate</c>: it ends where it stands. The sweep starts another as soon as the request wants something.</summary>
    internal Task<IResult> TerminateAsync(HttpContext http, DurableTaskClient client, string id) => SteerAsync(
        http, client, id, [Pending, Running, Suspended], $"It is over already.",
        (instance, reason) => client.TerminateInstanceAsync(instance, new TerminateInstanceOptions(reason), http.RequestAborted), "terminate");

    /// <summary><c>POST …/{id}/restart</c>: starts it again from the stored request, once the last one is over.</summary>
    internal Task<IResult> RestartAsync(HttpContext http, DurableTaskClient client, string id) => gate.ActAsync(http, async admin =>
    {
        if (!RequestId.TryParse(id, null, out var request) || await desk.FindAsync(request, http.RequestAborted) is null)
            return InstanceProblems.NoRequest.ToJson();
        if (await FindAsync(client, id, http.RequestAborted) is { RuntimeStatus: Pending or Running or Suspended } alive)
            return InstanceProblems.NotNow(alive.RuntimeStatus, $"Terminate it first, and restart it when it is terminated.").ToJson();

        await Instances.SignalAsync(client, request, "restart", http.RequestAborted);
        return Done(request, "restart", admin);
    });

    /// <summary><c>POST /api/admin/orchestrations/purge</c>: removes what has been over for longer than the retention.</summary>
    internal Task<IResult> PurgeAsync(HttpContext http, DurableTaskClient client) => gate.ActAsync(http, async admin =>
    {
        var done = await housekeeping.PurgeAsync(client, admin, http.RequestAborted);
        return Page.Secure(Results.Json(done, AdministrationJson.Default.PurgeDocument));
    });

    private Task<IResult> SteerAsync(
        HttpContext http, DurableTaskClient client, string id, OrchestrationRuntimeStatus[] from, Text remedy, Func<string, string, Task> steer, string verb) =>
        gate.ActAsync(http, async admin =>
        {
            if (await FindAsync(client, id, http.RequestAborted) is not { } instance)
                return InstanceProblems.Missing.ToJson();
            if (!from.Contains(instance.RuntimeStatus))
                return InstanceProblems.NotNow(instance.RuntimeStatus, remedy).ToJson();

            var (reason, problem) = await ReasonAsync(http);
            if (reason is null)
                return (problem ?? InstanceProblems.NoReason(ReasonLength)).ToJson();

            await steer(instance.InstanceId, reason);
            return Done(RequestId.Parse(instance.InstanceId, null), verb, admin);
        });

    // By a request's id alone: the runtime reads other texts as the beginnings of ids, or worse.
    private static Task<OrchestrationMetadata?> FindAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        RequestId.TryParse(id, null, out var request)
            ? client.GetInstanceAsync(request.ToString(), getInputsAndOutputs: true, cancellationToken)
            : Task.FromResult<OrchestrationMetadata?>(null);

    private static async Task<(string? Reason, Problem? Problem)> ReasonAsync(HttpContext http)
    {
        var (body, problem) = await Bodies.ReadAsync(http, LargestBody, http.RequestAborted);
        if (problem is not null)
            return (null, problem);

        try
        {
            var sent = JsonSerializer.Deserialize(body.Span, AdministrationJson.Default.ReasonDocument);
            return (PlainText.Line(sent?.Reason) is { Length: <= ReasonLength } reason ? reason : null, null);
        }
        catch (JsonException)
        {
            // Answered as what it is: no reason was given.
            return (null, null);
        }
    }

    private IResult Done(RequestId request, string verb, Actor admin)
    {
        LogSteered(logger, request.ToString(), verb, admin.Id);
        return Page.Secure(Results.Accepted($"/api/admin/orchestrations/{request}"));
    }

    [LoggerMessage(1, LogLevel.Information, "Orchestration {Id}: {Verb}, by {Actor}.")]
    private static partial void LogSteered(ILogger logger, string id, string verb, string actor);
}
