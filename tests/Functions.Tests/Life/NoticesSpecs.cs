using System.Text.RegularExpressions;
using Microsoft.DurableTask.Client;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Functions.Tests.Life;

/// <summary>Many requests taken note of by one post: found in the tables, decided one by one, each orchestration told.</summary>
public sealed partial class NoticesSpecs(Azurite azurite)
{
    [Fact]
    public async Task One_post_takes_note_of_all_shown_and_ends_each_of_their_orchestrations()
    {
        using var signer = new SteadySigner();
        await using var here = new FunctionsInstallation(signer, await azurite.ConnectAsync());
        RequestId[] requests = [await AskAsync(here, "02-notify-palette.json"), await AskAsync(here, "03-notify-ambiances-html.eml")];
        var link = LinkPattern.Match(here.Mails.Sent[^1].Mail.Text).Value;
        using var person = here.Visit();

        var page = await person.OpenAsync(new Uri(link), TestContext.Current.CancellationToken);
        await person.SendAsync(page, "/review/notices", new Dictionary<string, string> { ["take"] = "shown" }, TestContext.Current.CancellationToken);
        await here.RunAsync();

        foreach (var id in requests)
        {
            var state = await here.Get<ApprovalDesk>().FindAsync(id, TestContext.Current.CancellationToken);
            Assert.Equal(OutcomeKind.Acknowledged, state!.Outcome?.Kind);
            Assert.Equal(OrchestrationRuntimeStatus.Completed, here.Hub[id.ToString()].Status);
        }
    }

    private static async Task<RequestId> AskAsync(FunctionsInstallation here, string sample)
    {
        await here.SendAsync(sample);
        await here.RunAsync();
        return here.Request;
    }

    [GeneratedRegex(@"https://\S+/review/notices\?t=\S+")]
    private static partial Regex LinkPattern { get; }
}
