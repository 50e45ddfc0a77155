using System.Text;
using Functions.Mailbox;
using Functions.Orchestration;
using Functions.Tests.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Workflow.Adapters.Graph;

namespace Functions.Tests.Mailbox;

/// <summary>What Graph tells is answered at once and makes one orchestration look, once for all that it was told meanwhile.</summary>
public sealed class MailboxSpecs : IAsyncDisposable
{
    private static readonly string Secret = new('s', 40);

    private readonly List<string> _done = [];
    private readonly Hub _hub;
    private readonly GraphOptions _options = new()
    {
        Mailbox = "approvals@studio.example",
        NotificationUrl = new Uri("https://approvals.studio.example/api/graph/notifications"),
        ClientState = Secret,
    };

    private Action _meanwhile = () => { };

    public MailboxSpecs() => _hub = new Hub(
        async context =>
        {
            await MailboxOrchestrator.RunAsync(context);
            return null;
        },
        (name, input) =>
        {
            _done.Add($"{name} {input}");
            _meanwhile();
            return Task.FromResult("true");
        },
        new FakeTimeProvider());

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("Validation%3A+Testing+client+application+reachability+for+%25+subscription", "Validation: Testing client application reachability for % subscription")]
    [InlineData("a%2Bb%2541", "a+b%41")]
    public async Task Handshake_gives_the_token_back_decoded_once(string query, string token)
    {
        var (status, type, body) = await CallAsync("", "?v=12345678&validationToken=" + query);

        Assert.Equal((200, token), (status, body));
        Assert.StartsWith("text/plain", type, StringComparison.Ordinal);
        Assert.Equal(0, _hub.Starts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a%0d%0aSet-Cookie:%20b")]
    public async Task Handshake_of_something_else_is_refused(string query) =>
        Assert.Equal(400, (await CallAsync("", "?validationToken=" + query)).Status);

    [Fact]
    public async Task Handshake_of_something_long_is_refused() =>
        Assert.Equal(400, (await CallAsync("", "?validationToken=" + new string('a', 3000))).Status);

    [Fact]
    public async Task Notification_starts_a_look_and_is_answered_before_it()
    {
        Assert.Equal(202, (await CallAsync(Notification())).Status);

        Assert.Equal(1, _hub.Starts);
        Assert.Empty(_done);
        Run();
        Assert.Equal(["TakeMails \"mailbox\"", "KeepSubscription false"], _done);
    }

    [Fact]
    public async Task Stranger_is_answered_and_not_heard()
    {
        Assert.Equal(202, (await CallAsync(Notification("sssss"))).Status);
        Assert.Equal(202, (await CallAsync("""{"value":[{},{"clientState":7},null]}""")).Status);

        Assert.Equal(0, _hub.Starts);
    }

    [Fact]
    public async Task One_true_notification_among_others_is_heard()
    {
        await CallAsync($$"""{"value":[{"clientState":"x"},{"clientState":"{{Secret}}","changeType":"created"}]}""");

        Assert.Equal(1, _hub.Starts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"value\":7}")]
    [InlineData("no json")]
    public async Task What_is_no_notification_is_refused(string body) => Assert.Equal(400, (await CallAsync(body)).Status);

    [Fact]
    public async Task Flood_is_refused() =>
        Assert.Equal(400, (await CallAsync($$"""{"value":["{{new string('a', 600_000)}}"]}""")).Status);

    [Fact]
    public async Task Without_an_address_nobody_answers()
    {
        _options.NotificationUrl = null;

        Assert.Equal(404, (await CallAsync(Notification())).Status);
        Assert.Equal(404, (await CallAsync("", "?validationToken=a")).Status);
    }

    [Theory]
    [InlineData("reauthorizationRequired", "true")]
    [InlineData("subscriptionRemoved", "true")]
    [InlineData("missed", "false")]
    public async Task Lifecycle_event_makes_the_subscription_be_seen_to(string lifecycle, string reauthorizes)
    {
        await CallAsync($$"""{"value":[{"clientState":"{{Secret}}","lifecycleEvent":"{{lifecycle}}"}]}""");
        Run();

        Assert.Equal(["TakeMails \"mailbox\"", $"KeepSubscription {reauthorizes}"], _done);
    }

    [Fact]
    public async Task Many_notifications_before_a_look_cause_one()
    {
        for (var i = 0; i < 20; i++)
            await CallAsync(Notification());

        while (_hub[MailboxInstance.Id].Inbox.Count > 0)
            _hub.Possible()[0]();
        Run();

        Assert.InRange(_done.Count(d => d.StartsWith("TakeMails", StringComparison.Ordinal)), 1, 2);
        Assert.Equal(1, _hub.Starts);
    }

    [Fact]
    public async Task Notification_during_a_look_causes_another()
    {
        await CallAsync(Notification());
        _meanwhile = () =>
        {
            _meanwhile = () => { };
            CallAsync(Notification()).GetAwaiter().GetResult();
        };

        Run();

        Assert.Equal(2, _done.Count(d => d.StartsWith("TakeMails", StringComparison.Ordinal)));
        Assert.Equal(1, _hub.Starts);
    }

    [Fact]
    public async Task Reauthorization_asked_for_during_a_look_is_not_forgotten()
    {
        await CallAsync(Notification());
        _meanwhile = () =>
        {
            _meanwhile = () => { };
            CallAsync($$"""{"value":[{"clientState":"{{Secret}}","lifecycleEvent":"reauthorizationRequired"}]}""").GetAwaiter().GetResult();
            CallAsync(Notification()).GetAwaiter().GetResult();
        };

        Run();

        Assert.Equal("KeepSubscription true", _done[^1]);
    }

    [Fact]
    public async Task Look_that_failed_is_made_again_at_the_next_notification()
    {
        await CallAsync(Notification());
        _hub.Failing = (3, false);
        Run();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, _hub[MailboxInstance.Id].Status);

        await CallAsync(Notification());
        Run();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, _hub[MailboxInstance.Id].Status);
        Assert.Equal(["TakeMails \"mailbox\"", "KeepSubscription false"], _done);
    }

    [Fact]
    public async Task Every_look_replays_the_same()
    {
        await CallAsync(Notification());
        _meanwhile = () =>
        {
            if (_done.Count < 6)
                CallAsync(Notification()).GetAwaiter().GetResult();
            _hub.Restart();
        };

        Run();

        Assert.All(_hub.Executions, execution => execution.ReplayEveryPrefix());
    }

    [Fact]
    public async Task Without_a_mailbox_activities_do_nothing()
    {
        var activities = new MailboxActivities(new Changes(), NullLogger<MailboxActivities>.Instance);

        Assert.True(await activities.TakeMails("mailbox", _hub, TestContext.Current.CancellationToken));
        Assert.False(await activities.KeepSubscription(true, TestContext.Current.CancellationToken));
    }

    private static string Notification(string? secret = null) =>
        $$$"""{"value":[{"subscriptionId":"s1","clientState":"{{{secret ?? Secret}}}","changeType":"created","resource":"users/x/messages/AAk="}]}""";

    private void Run()
    {
        while (_hub.Possible() is [var next, ..])
            next();
    }

    private async Task<(int Status, string? Type, string Body)> CallAsync(string body, string query = "")
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Method = "POST";
        http.Request.QueryString = new QueryString(query);
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        var answer = new MemoryStream();
        http.Response.Body = answer;
        var result = await new GraphNotifications(_options, NullLogger<GraphNotifications>.Instance).TakeAsync(http, _hub);
        await result.ExecuteAsync(http);
        return (http.Response.StatusCode, http.Response.ContentType, Encoding.UTF8.GetString(answer.ToArray()));
    }
}
