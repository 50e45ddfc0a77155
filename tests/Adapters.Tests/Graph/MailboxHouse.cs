using Adapters.Tests.Graph.Double;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflow.Adapters.Graph.Mail;
using Workflow.Adapters.Mail;
using Workflow.Core.Ports;

namespace Adapters.Tests.Graph;

/// <summary>A mailbox at Graph and an intake behind it.</summary>
internal sealed class MailboxHouse(GraphInstallation installation, Ledger ledger) : IAsyncDisposable
{
    public const string Delta = "GET /users/{mailbox}/mailFolders/{folder}/messages/delta";
    public const string GetMail = "GET /users/{mailbox}/messages/{id}";
    public const string GetMime = "GET /users/{mailbox}/messages/{id}/$value";
    public const string Move = "POST /users/{mailbox}/messages/{id}/move";
    public const string FindFolder = "GET /users/{mailbox}/mailFolders";
    public const string MakeFolder = "POST /users/{mailbox}/mailFolders";

    private int _received;

    public GraphInstallation Installation => installation;

    public GraphDouble Graph => installation.Graph;

    public MailDouble Mail => installation.Graph.Mail;

    public Ledger Ledger => ledger;

    public static async Task<MailboxHouse> OpenAsync(Dictionary<string, string?>? settings = null, GraphDouble? with = null, Ledger? ledger = null)
    {
        void Add(IServiceCollection services)
        {
            services.AddSingleton<InboxChanges>().AddSingleton<GraphFolders>().AddSingleton<IMailbox, GraphMailbox>();
            services.AddSingleton<IDeltaLinks, MemoryDeltaLinks>();
        }

        return new MailboxHouse(
            with is null ? await GraphInstallation.StartAsync(Add, settings) : GraphInstallation.On(with, Add, settings), ledger ?? new Ledger());
    }

    /// <summary>Another process over the same mailbox, with the same intake.</summary>
    public Task<MailboxHouse> AnotherAsync() => OpenAsync(with: Graph, ledger: ledger);

    public MailEntry Receive(string subject = "use", TimeSpan ago = default) => Receive(subject, $"m{++_received}", ago);

    public MailEntry Receive(string subject, string id, TimeSpan ago = default) => Mail.Receive(
        $"Message-ID: <{id}@studio.example>\r\nFrom: ana@studio.example\r\nTo: {MailDouble.Address}\r\nSubject: {subject}\r\n\r\nWe would like to.\r\n", ago);

    /// <summary>Deals with what waits, as after a notification or at a sweep.</summary>
    public Task<bool> RunAsync() => installation.RunAsync(TakeAsync);

    public Task<bool> TakeAsync(CancellationToken cancellationToken) =>
        new MailboxRun(installation.Get<IMailbox>(), ledger.TakeAsync, NullLogger<MailboxRun>.Instance).RunAsync(cancellationToken);

    /// <summary>A run that breaks off.</summary>
    public Task<Exception> BreakAsync() => Assert.ThrowsAnyAsync<Exception>(RunAsync);

    /// <summary>No mail lost, none taken twice: the inbox is empty, every mail lies in one folder and was taken in.</summary>
    public void AssertAllFiledOnce()
    {
        AssertAllFiled();
        Assert.Equal(ledger.Taken.Distinct(), ledger.Taken);
    }

    /// <summary>As above, after a crash between the two: taken in again, which leads to the same request.</summary>
    public void AssertAllFiled()
    {
        Assert.Empty(Mail.In("Inbox"));
        Assert.All(Mail.Mails, mail => Assert.NotNull(mail.Folder));
        Assert.Equal(Mail.Mails.Select(mail => mail.MessageId.Trim('<', '>')).Distinct().Order(), ledger.Taken.Distinct().Order());
    }

    public ValueTask DisposeAsync() => installation.DisposeAsync();
}
