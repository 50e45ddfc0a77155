using Adapters.Tests.Graph.Double;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Workflow.Adapters.Graph.Mail;
using Workflow.Adapters.Mail;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Adapters.Tests.Graph;

/// <summary>A mailbox at Graph that our mails leave through.</summary>
internal sealed class SenderHouse : IAsyncDisposable
{
    public const string Draft = "POST /users/{mailbox}/messages";
    public const string Send = "POST /users/{mailbox}/messages/{id}/send";
    public const string Look = "GET /users/{mailbox}/messages/{id}";
    public const string Search = "GET /users/{mailbox}/messages";

    private readonly GraphInstallation _installation;

    private SenderHouse(GraphInstallation installation, MemoryMailLog log) => (_installation, Log) = (installation, log);

    public MemoryMailLog Log { get; }

    public GraphDouble Graph => _installation.Graph;

    public MailDouble Mail => _installation.Graph.Mail;

    public GraphInstallation Installation => _installation;

    public static async Task<SenderHouse> OpenAsync()
    {
        var log = new MemoryMailLog();
        void Add(IServiceCollection services)
        {
            var configuration = (IConfiguration)services.Single(s => s.ServiceType == typeof(IConfiguration)).ImplementationInstance!;
            services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section));
            services.AddSingleton<IMailLog>(log).AddSingleton<MailSigner>().AddSingleton<OutgoingMime>().AddSingleton<GraphDrafts>().AddSingleton<IMailSender, GraphMailSender>();
        }

        return new SenderHouse(await GraphInstallation.StartAsync(Add), log);
    }

    public static OutgoingMail Letter(int number = 1) => new(
        $"GAI-7K3M-Q2XF/{number}/ask@studio.example", "Ana", "Ana@studio.example", "Déjà vu [GAI-7K3M-Q2XF]", "<p>the html</p>", "the text", ["root@studio.example"], "fr")
    {
        Effect = new EffectKey($"GAI-7K3M-Q2XF/{number}/ask"),
    };

    /// <summary>One attempt of the courier.</summary>
    public Task SendAsync(int number = 1) => _installation.RunAsync(cancellationToken => AttemptAsync(number, cancellationToken));

    public Task AttemptAsync(int number, CancellationToken cancellationToken) =>
        _installation.Get<IMailSender>().SendAsync(Letter(number), cancellationToken);

    /// <summary>An attempt that breaks off.</summary>
    public Task<Exception> BreakAsync(int number = 1) => Assert.ThrowsAnyAsync<Exception>(() => SendAsync(number));

    /// <summary>None lost, none sent twice: the mail left once, the log says so, and no draft is left.</summary>
    public void AssertSentOnce(int number = 1)
    {
        Assert.Single(Mail.Sent, mail => MessageIdOf(mail) == Letter(number).MessageId);
        Assert.True(Log[Letter(number).MessageId]?.Handed);
        Assert.Empty(Mail.In("Drafts"));
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    private static string? MessageIdOf(MailEntry mail) => MimeMessage.Load(new MemoryStream(mail.Mime)).MessageId;
}
