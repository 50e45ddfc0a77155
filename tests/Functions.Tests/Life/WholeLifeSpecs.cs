using System.Text.Json;
using System.Text.RegularExpressions;
using LocalHost.Demo;
using Microsoft.DurableTask.Client;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;

namespace Functions.Tests.Life;

/// <summary>
/// The whole life of requests on this host: through its triggers, orchestrator, activities, pages and storage. What it
/// stores and sends is to the byte what LocalHost does with the same commands at the same instants.
/// </summary>
public sealed partial class WholeLifeSpecs(Azurite azurite)
{
    [Theory]
    [InlineData("02-notify-palette.json")]
    [InlineData("05-review-temp-score.json")]
    [InlineData("07-written-approved-key-creature.eml")]
    [InlineData("12-written-rejected-style-training.json")]
    [InlineData("14-written-information-doublage.json")]
    [InlineData("09-written-unanswered-voz.json")]
    [InlineData("15-review-withdrawn-previs.json")]
    public async Task Request_lives_here_as_it_does_on_LocalHost(string sample)
    {
        using var signer = new SteadySigner();
        await using var here = new FunctionsInstallation(signer, await azurite.ConnectAsync());
        await using var there = new LocalInstallation(signer);

        await here.LiveAsync(sample);
        await there.RepeatAsync(here.Journal);

        var stream = await here.StreamAsync();
        Assert.Equal(await there.StreamAsync(), stream);
        Assert.Null(AuditChain.FirstBreak(here.Request.ToString(), stream));
        Assert.Equal(Letters(there), Letters(here));
        Assert.Empty(await here.Get<IOutbox>().OfAsync(here.Request, TestContext.Current.CancellationToken));
        await EndsAsScriptedAsync(here, sample);
        Assert.All(here.Hub.Executions, e => e.ReplayEveryPrefix());
    }

    private static async Task EndsAsScriptedAsync(FunctionsInstallation here, string sample)
    {
        var state = await here.StateAsync();
        var outcome = state.Outcome!.Kind.ToString();
        Assert.Equal(Script.Parts[sample].Expected, outcome, ignoreCase: true);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, outcome), (here.Hub[state.Id.ToString()].Status, here.Hub[state.Id.ToString()].Output));
        switch (state.Outcome.Kind)
        {
            case OutcomeKind.Approved:
                var file = await ReadAsync(await here.Get<IBlobs>().OpenAsync(state.RecordHash!, TestContext.Current.CancellationToken));
                Assert.IsType<Verification.Genuine>(RecordVerifier.Verify(file, here.Get<RecordKeys>()));
                break;
            case OutcomeKind.Expired:
                Assert.Contains(state.Asks, ask => ask.Candidate.Capacity is not Workflow.Core.People.Capacity.Holder);
                break;
        }

        if (Script.Parts[sample].IsWritten)
            Assert.All(state.Decisions, d => Assert.Equal(Workflow.Core.People.Authentication.MailedLinkAndCode, d.By.Authentication));
    }

    // One-time codes are drawn at random; everything else of every mail must be the same.
    private static IEnumerable<string> Letters(Installation installation) =>
        installation.Mails.Sent.Select(sent => CodePattern.Replace($"{sent.At:O} {JsonSerializer.Serialize(sent.Mail)}", "CODE"));

    private static async Task<byte[]> ReadAsync(Stream? stored)
    {
        await using var content = stored!;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    [GeneratedRegex(@"(?<![0-9#])[0-9]{3} ?[0-9]{3}(?![0-9])")]
    private static partial Regex CodePattern { get; }
}
