using Functions.Orchestration;
using LocalHost.Loops;
using LocalHost.Serving;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web;

namespace Functions.Tests.Life;

/// <summary>What LocalHost composes, over SQLite in a folder of its own. Its loops are not started: a journal says what they would do when.</summary>
internal sealed class LocalInstallation : Installation
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-life-");

    public LocalInstallation(SteadySigner signer) => Open(
        signer,
        new Dictionary<string, string?> { ["Storage:Path"] = _folder.FullName },
        (services, configuration) => services.AddLocalHost(configuration, _folder.FullName, Clock, isDevelopment: true),
        routes => routes.MapApprovals());

    /// <summary>Lets happen what happened in another installation, at the same instants.</summary>
    public async Task RepeatAsync(Journal journal)
    {
        foreach (var (at, step) in journal.Steps)
        {
            if (at > Clock.GetUtcNow())
                Clock.SetUtcNow(at);
            await (step switch
            {
                Step.Sent sent => SendAsync(sent.Sample),
                Step.Acted => ActAsync(),
                Step.Carried carried => CarryAsync(carried.Ticket),
                Step.Rang rang => new ClockActivities(Get<ApprovalDesk>(), Get<IOutbox>(), Clock).Wake(rang.Ring, CancellationToken.None),
                _ => throw new InvalidOperationException($"Nothing repeats {step}."),
            });
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task CarryAsync(EffectTicket ticket)
    {
        var waiting = await Get<IOutbox>().OfAsync(ticket.Request, CancellationToken.None);
        if (waiting.FirstOrDefault(item => item.Effect.Key == ticket.Key) is { } item)
            Assert.True(await Get<Courier>().TryAsync(item, CancellationToken.None));
    }
}
