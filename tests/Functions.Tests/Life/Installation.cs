using System.Diagnostics;
using System.Text.Json.Nodes;
using LocalHost.Commands;
using LocalHost.Demo;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Functions.Tests.Life;

/// <summary>
/// The product as one of its hosts composes it, with a clock that stands still, a mail server that keeps everything and
/// keys that do not differ between hosts; and the people of a sample, who use it through its pages.
/// </summary>
internal abstract class Installation : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    private const string IntakeKey = "an intake key of more than thirty-two characters";
    private static readonly Uri Address = new("https://approvals.studio.example");

    private InProcessBrowser? _browser;
    private Players? _players;

    protected Installation() => Mails = new MailRecorder(Clock);

    public FakeTimeProvider Clock { get; } = new(Monday);

    public MailRecorder Mails { get; }

    public ServiceProvider Services { get; private set; } = null!;

    public RequestId Request { get; private set; }

    /// <summary>The stream as it is stored.</summary>
    public Task<IReadOnlyList<StoredEvent>> StreamAsync() => Get<IEventStore>().LoadAsync(Request, CancellationToken.None);

    public async Task<RequestState> StateAsync() => (await Get<ApprovalDesk>().FindAsync(Request, CancellationToken.None))!;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Sends a file of <c>samples/</c> as its sender would.</summary>
    public async Task SendAsync(string sample)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", sample));
        using var http = new HttpClient(_browser!, disposeHandler: false) { BaseAddress = Address };
        using var request = SubmitCommand.Request(Path.GetExtension(sample), content, IntakeKey);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, answer);
        Request = RequestId.Parse((string)JsonNode.Parse(answer)!["id"]!, null);
        var parts = new Dictionary<RequestId, Part> { [Request] = Script.Parts[sample] };
        _players = new Players(new Mailboxes(Mails), parts, Path.Combine(AppContext.BaseDirectory, "samples", "consents"), _browser!);
    }

    /// <summary>Lets everybody read their new mails and act on them; false when there are none.</summary>
    public Task<bool> ActAsync() => _players!.ActAsync(CancellationToken.None);

    /// <summary>Somebody who follows a link and fills in a form.</summary>
    public Visitor Visit() => new(_browser!);

    public virtual async ValueTask DisposeAsync()
    {
        _players?.Dispose();
        _browser?.Dispose();
        await Services.DisposeAsync();
    }

    /// <summary>Composes it.</summary>
    /// <param name="signer">The key that signs records.</param>
    /// <param name="settings">Those of this host.</param>
    /// <param name="compose">The host's own registrations.</param>
    /// <param name="map">The host's own addresses.</param>
    protected void Open(
        SteadySigner signer,
        Dictionary<string, string?> settings,
        Action<IServiceCollection, IConfiguration> compose,
        Action<IEndpointRouteBuilder> map)
    {
        settings["Site:BaseUrl"] = Address.ToString();
        settings["Intake:Key"] = IntakeKey;
        settings["Mail:ReplyKey"] = "the-same-on-both-hosts-of-these-tests";
        settings["Mail:Receiver"] = "mx.streamer.example";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var listener = new DiagnosticListener("tests");
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(listener).AddSingleton<DiagnosticSource>(listener)
            .AddLogging(logging => logging.ClearProviders())
            .AddRouting();
        compose(services, configuration);
        Services = services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IMailSender>(Mails)
            .AddSingleton<IRecordSigner>(signer)
            .AddSingleton(signer.Keys)
            .AddSingleton<IDataProtectionProvider>(new SteadyProtection())
            .BuildServiceProvider();
        Services.GetRequiredService<IStartupValidator>().Validate();
        _browser = new InProcessBrowser(Services, map);
    }
}
