using Adapters.Tests.Graph.Double;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.Files;
using Workflow.Adapters.Graph.Mail;
using Workflow.Adapters.Mail;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Adapters.Tests.Graph;

/// <summary>From Graph to the list of requests, with the real intake and a real store.</summary>
public sealed class IntakeThroughGraph : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-intake").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Mail_becomes_one_request_however_often_it_comes_and_is_taken_in()
    {
        await using var house = await OpenAsync();
        var mail = house.Graph.Mail.Receive(Letter("m1"));
        house.Graph.Mail.Receive(Letter("m1"));
        house.Graph.Mail.Receive(Letter("m2"));
        house.Graph.Fail(MailboxHouse.Move, GraphFault.LostCall);

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(house));
        await RunAsync(house);
        house.Graph.Mail.Put(mail, MailDouble.Inbox);
        await RunAsync(house);

        var requests = await house.Get<ISummaries>().ListAsync(new SummaryQuery(), 10, null, TestContext.Current.CancellationToken);
        Assert.Equal(2, requests.Items.Count);
        Assert.Equal(3, house.Graph.Mail.In("Processed").Count);
        Assert.Empty(house.Graph.Mail.In("Inbox"));
    }

    [Fact]
    public async Task Mail_of_an_unproven_sender_waits_in_quarantine_and_noise_is_rejected()
    {
        await using var house = await OpenAsync();
        house.Graph.Mail.Receive(Letter("m1").Replace("dmarc=pass", "dmarc=fail", StringComparison.Ordinal));
        house.Graph.Mail.Receive("Message-ID: <m2@studio.example>\r\nSubject: nobody\r\n\r\nNo author.\r\n");

        await RunAsync(house);

        Assert.Single(house.Graph.Mail.In("Quarantine"));
        Assert.Single(house.Graph.Mail.In("Rejected"));
        Assert.Single(await house.Get<IQuarantine>().ListAsync(TestContext.Current.CancellationToken));
    }

    private Task<GraphInstallation> OpenAsync() => GraphInstallation.StartAsync(
        services =>
        {
            var configuration = (IConfiguration)services.Single(s => s.ServiceType == typeof(IConfiguration)).ImplementationInstance!;
            services.AddPolicyFiles().AddPolicyArchive().AddSqliteStore().AddFileBlobs()
                .AddMail(configuration, Path.Combine(_folder, "outbox"))
                .AddSingleton<IMailLog, MemoryMailLog>()
                .AddGraphMail(configuration)
                .AddSingleton<ApprovalDesk>();
        },
        new() { ["Storage:Path"] = _folder, ["Mail:Receiver"] = "mx.studio.example" });

    private static Task<bool> RunAsync(GraphInstallation house) => house.RunAsync(house.Get<MailboxRun>().RunAsync);

    private static string Letter(string id) => $"""
        Authentication-Results: mx.studio.example; dmarc=pass header.from=studio.example
        Message-ID: <{id}@studio.example>
        From: Ana Torres <ana@studio.example>
        To: {MailDouble.Address}
        Subject: Mood boards {id}

        We would like to make mood boards with an image model for an internal meeting.
        """.ReplaceLineEndings("\r\n");
}
