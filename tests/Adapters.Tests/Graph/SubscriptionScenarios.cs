using Adapters.Tests.Graph.Double;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph.Models.ODataErrors;
using Workflow.Adapters.Graph.Mail;

namespace Adapters.Tests.Graph;

/// <summary>Keeping one subscription alive, with the service as the only memory.</summary>
public sealed class SubscriptionScenarios
{
    private const string List = "GET /subscriptions";
    private const string Make = "POST /subscriptions";
    private const string Renew = "PATCH /subscriptions/{id}";
    private const string Remove = "DELETE /subscriptions/{id}";
    private const string Url = "https://approvals.studio.example/api/graph/notifications";
    private static readonly TimeSpan Life = TimeSpan.FromHours(60);
    private static readonly string Secret = new('s', 40);

    [Fact]
    public async Task Subscription_is_made_when_there_is_none()
    {
        await using var installation = await OpenAsync();

        await KeepAsync(installation);

        var made = Assert.Single(installation.Graph.Subscriptions.Alive);
        Assert.Equal(
            ("users/approvals@studio.example/mailFolders('inbox')/messages", Secret, installation.Graph.Now + Life, true),
            (made.Resource, made.ClientState, made.ExpiresAt, made.ImmutableIds));
        Assert.StartsWith(Url + "?v=", made.NotificationUrl, StringComparison.Ordinal);
        Assert.Equal("https://approvals.studio.example/api/graph/lifecycle", made.LifecycleUrl);
        Assert.DoesNotContain(Secret, made.NotificationUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_that_starts_anew_adopts_what_is_there()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        await using var another = GraphInstallation.On(installation.Graph, Add, Settings());

        await KeepAsync(another);

        Assert.Equal((1, 0), (installation.Graph.Count(Make), installation.Graph.Count(Renew)));
    }

    [Fact]
    public async Task Young_subscription_is_left_alone()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        installation.Clock.Advance((Life / 2) - TimeSpan.FromMinutes(1));

        await KeepAsync(installation);

        Assert.Equal(0, installation.Graph.Count(Renew));
    }

    [Fact]
    public async Task Subscription_is_renewed_at_half_its_life()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        installation.Clock.Advance(Life / 2);

        await KeepAsync(installation);

        Assert.Equal(installation.Graph.Now + Life, Assert.Single(installation.Graph.Subscriptions.Alive).ExpiresAt);
        Assert.Equal(1, installation.Graph.Count(Make));
    }

    [Fact]
    public async Task Subscription_lives_on_for_a_month_of_sweeps()
    {
        await using var installation = await OpenAsync();
        for (var hour = 0; hour < 24 * 30; hour += 6)
        {
            await KeepAsync(installation);
            Assert.Single(installation.Graph.Subscriptions.Alive);
            installation.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(1, installation.Graph.Count(Make));
    }

    [Fact]
    public async Task Service_that_asks_for_it_is_authorized_again_at_once()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);

        await KeepAsync(installation, reauthorize: true);

        Assert.Equal(1, Assert.Single(installation.Graph.Subscriptions.Alive).Renewals);
    }

    [Fact]
    public async Task Subscription_that_the_service_removed_is_made_again()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        installation.Graph.Subscriptions.RemoveAll();

        await KeepAsync(installation);

        Assert.Single(installation.Graph.Subscriptions.Alive);
    }

    [Fact]
    public async Task Subscription_removed_between_list_and_renewal_is_made_again()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        installation.Clock.Advance(Life / 2);
        installation.Graph.Before(Renew, installation.Graph.Subscriptions.RemoveAll);

        await KeepAsync(installation);

        Assert.Single(installation.Graph.Subscriptions.Alive);
    }

    [Fact]
    public async Task Subscription_that_expired_while_we_were_away_is_made_again()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        installation.Clock.Advance(Life * 2);

        await KeepAsync(installation);

        Assert.Single(installation.Graph.Subscriptions.Alive);
    }

    [Fact]
    public async Task Making_that_was_not_answered_is_adopted()
    {
        await using var installation = await OpenAsync();
        installation.Graph.Fail(Make, GraphFault.LostAnswer);

        await Assert.ThrowsAnyAsync<Exception>(() => KeepAsync(installation));
        await KeepAsync(installation);

        Assert.Equal(1, installation.Graph.Count(Make));
        Assert.Single(installation.Graph.Subscriptions.Alive);
    }

    [Fact]
    public async Task Address_that_does_not_answer_the_handshake_fails_until_it_does()
    {
        await using var installation = await OpenAsync();
        installation.Graph.Subscriptions.Validates = _ => false;
        Assert.Equal(400, (await Assert.ThrowsAsync<ODataError>(() => KeepAsync(installation))).ResponseStatusCode);

        installation.Graph.Subscriptions.Validates = _ => true;
        await KeepAsync(installation);

        Assert.Single(installation.Graph.Subscriptions.Alive);
    }

    [Fact]
    public async Task Of_two_subscriptions_the_younger_one_stays()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        var older = installation.Graph.Subscriptions.Alive[0];
        var younger = new SubscriptionEntry("double", older.Resource, "created", older.NotificationUrl, older.LifecycleUrl, Secret, true) { ExpiresAt = older.ExpiresAt.AddHours(1) };
        installation.Graph.Subscriptions.Add(younger);

        await KeepAsync(installation);

        Assert.Same(younger, Assert.Single(installation.Graph.Subscriptions.Alive));
    }

    [Fact]
    public async Task Subscription_of_somebody_else_is_left_alone()
    {
        await using var installation = await OpenAsync();
        var other = new SubscriptionEntry("other", "users/x/messages", "created", "https://other.example/api/graph/notifications", "https://other.example/l", Secret, true)
        {
            ExpiresAt = installation.Graph.Now.AddDays(1),
        };
        installation.Graph.Subscriptions.Add(other);

        await KeepAsync(installation);

        Assert.Contains(other, installation.Graph.Subscriptions.Alive);
        Assert.Equal((2, 0), (installation.Graph.Subscriptions.Alive.Count, installation.Graph.Count(Remove)));
    }

    [Fact]
    public async Task Other_secret_means_another_subscription_made_before_the_old_one_goes()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        await using var another = GraphInstallation.On(installation.Graph, Add, Settings(new string('t', 40)));

        await KeepAsync(another);

        Assert.Equal(new string('t', 40), Assert.Single(installation.Graph.Subscriptions.Alive).ClientState);
        Assert.Equal([Make, Remove], installation.Graph.Calls.TakeLast(2).Select(call => call.Shape));
    }

    [Fact]
    public async Task Other_mailbox_means_another_subscription()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        var settings = Settings();
        settings["Graph:Mailbox"] = "uses@studio.example";
        await using var another = GraphInstallation.On(installation.Graph, Add, settings);

        await KeepAsync(another);

        Assert.Contains("uses@studio.example", Assert.Single(installation.Graph.Subscriptions.Alive).Resource, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_that_was_done_already_is_no_matter()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        await using var another = GraphInstallation.On(installation.Graph, Add, Settings(new string('t', 40)));
        installation.Graph.Fail(Remove, GraphFault.LostAnswer);

        await KeepAsync(another);

        Assert.Single(installation.Graph.Subscriptions.Alive);
    }

    [Fact]
    public async Task List_of_several_pages_is_read_to_its_end()
    {
        await using var installation = await OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            installation.Graph.Subscriptions.Add(new SubscriptionEntry($"o{i}", "users/x/messages", "created", "https://other.example/n", "https://other.example/l", Secret, true)
            {
                ExpiresAt = installation.Graph.Now.AddDays(1),
            });
        }

        await KeepAsync(installation);
        installation.Graph.Subscriptions.PageSize = 2;
        await KeepAsync(installation);

        Assert.Equal((4, 1), (installation.Graph.Count(List), installation.Graph.Count(Make)));
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Clocks_that_differ_do_not_let_it_die(int minutes)
    {
        await using var installation = await OpenAsync();
        installation.Graph.Skew = TimeSpan.FromMinutes(minutes);

        for (var day = 0; day < 10; day++)
        {
            await KeepAsync(installation);
            Assert.Single(installation.Graph.Subscriptions.Alive);
            installation.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, installation.Graph.Count(Make));
    }

    [Fact]
    public async Task Throttled_renewal_is_made_when_the_service_says()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        installation.Clock.Advance(Life / 2);
        installation.Graph.Fail(Renew, GraphFault.Throttled("20"), GraphFault.Answer(503), GraphFault.LostAnswer);

        await KeepAsync(installation);

        Assert.Single(installation.Graph.Subscriptions.Alive);
    }

    [Fact]
    public async Task Renewal_that_is_forbidden_fails_and_makes_no_second_one()
    {
        await using var installation = await OpenAsync();
        await KeepAsync(installation);
        installation.Graph.FailAlways(Renew, GraphFault.Answer(403, "ExtensionError"));

        await Assert.ThrowsAsync<ODataError>(() => KeepAsync(installation, reauthorize: true));

        Assert.Equal(1, installation.Graph.Count(Make));
    }

    [Fact]
    public async Task Without_an_address_nobody_is_asked()
    {
        await using var installation = await GraphInstallation.StartAsync(Add);

        await KeepAsync(installation);

        Assert.Empty(installation.Graph.Calls);
    }

    private static void Add(IServiceCollection services) => services.AddSingleton<GraphSubscription>();

    private static Dictionary<string, string?> Settings(string? secret = null) => new() { ["Graph:NotificationUrl"] = Url, ["Graph:ClientState"] = secret ?? Secret };

    private static Task<GraphInstallation> OpenAsync() => GraphInstallation.StartAsync(Add, Settings());

    private static Task KeepAsync(GraphInstallation installation, bool reauthorize = false) =>
        installation.RunAsync(cancellationToken => installation.Get<GraphSubscription>().KeepAsync(reauthorize, cancellationToken));
}
