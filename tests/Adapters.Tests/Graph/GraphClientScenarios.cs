using System.Net;
using Adapters.Tests.Graph.Double;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Adapters.Tests.Graph;

/// <summary>What the client does about every call, whoever makes it.</summary>
public sealed class GraphClientScenarios
{
    private const string Folder = "GET /users/{mailbox}/mailFolders/{folder}";
    private const string NewFolder = "POST /users/{mailbox}/mailFolders";

    [Fact]
    public async Task Throttled_call_is_made_again_when_the_server_says()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(Folder, GraphFault.Throttled("37"));

        await InboxAsync(installation);

        Assert.Equal([TimeSpan.FromSeconds(37)], Pauses(installation));
    }

    [Fact]
    public async Task Throttled_call_without_a_time_is_made_again_after_ever_longer_pauses()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(Folder, GraphFault.Throttled(), GraphFault.Throttled(), GraphFault.Throttled());

        await InboxAsync(installation);

        Assert.Collection(
            Pauses(installation),
            pause => Assert.InRange(pause.TotalSeconds, 2, 3.1),
            pause => Assert.InRange(pause.TotalSeconds, 4, 6.1),
            pause => Assert.InRange(pause.TotalSeconds, 8, 12.1));
    }

    [Fact]
    public async Task Pause_may_be_told_as_a_date()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(Folder, GraphFault.Throttled(installation.Clock.GetUtcNow().AddSeconds(20).ToString("R")));

        await InboxAsync(installation);

        Assert.Equal([TimeSpan.FromSeconds(20)], Pauses(installation));
    }

    [Fact]
    public async Task Call_throttled_again_and_again_is_given_up()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.FailAlways(Folder, GraphFault.Throttled("1"));

        var failure = await Assert.ThrowsAsync<ODataError>(() => InboxAsync(installation));

        Assert.Equal((429, 4), (failure.ResponseStatusCode, installation.Graph.Calls.Count));
    }

    [Fact]
    public async Task Server_that_wants_a_long_rest_has_it()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(Folder, GraphFault.Throttled("600"));

        await Assert.ThrowsAsync<ODataError>(() => InboxAsync(installation));
        var second = await Assert.ThrowsAsync<HttpRequestException>(() => InboxAsync(installation));
        Assert.Equal((HttpStatusCode.TooManyRequests, 1), (second.StatusCode, installation.Graph.Calls.Count));

        installation.Clock.Advance(TimeSpan.FromSeconds(600));
        await InboxAsync(installation);
        Assert.Equal(2, installation.Graph.Calls.Count);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Reading_is_repeated_while_the_service_is_away(int status)
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(Folder, GraphFault.Answer(status), GraphFault.LostAnswer, GraphFault.LostCall);

        await InboxAsync(installation);

        Assert.Equal(4, installation.Graph.Count(Folder));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task Doing_is_not_repeated_when_it_may_have_been_done(int status)
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(NewFolder, status == 0 ? GraphFault.LostAnswer : GraphFault.DoneBut(status));

        await Assert.ThrowsAnyAsync<Exception>(() => MakeFolderAsync(installation));

        Assert.Equal(1, installation.Graph.Count(NewFolder));
    }

    [Fact]
    public async Task Doing_is_repeated_when_it_was_throttled()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(NewFolder, GraphFault.Throttled("5"));

        await MakeFolderAsync(installation);

        Assert.Equal((2, 1), (installation.Graph.Count(NewFolder), installation.Graph.Mail.Folders("New")));
    }

    [Fact]
    public async Task Call_that_is_never_answered_ends_and_is_made_again()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.Fail(Folder, GraphFault.Silence);

        await InboxAsync(installation);

        Assert.True(Assert.Single(Pauses(installation)) >= TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task One_mailbox_is_called_once_at_a_time()
    {
        await using var installation = await GraphInstallation.StartAsync();

        await installation.RunAsync(cancellationToken => Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Inbox(installation, cancellationToken))));

        Assert.Equal((20, 1), (installation.Graph.Calls.Count, installation.Transport.MostAtOnce));
    }

    [Fact]
    public async Task Token_is_asked_for_once_and_again_before_it_expires()
    {
        await using var installation = await GraphInstallation.StartAsync();

        await InboxAsync(installation);
        await InboxAsync(installation);
        installation.Clock.Advance(TimeSpan.FromMinutes(56));
        await InboxAsync(installation);

        Assert.Equal(2, installation.Credential.Asked.Count);
        Assert.All(installation.Credential.Asked, scope => Assert.Equal(installation.Graph.Endpoint.GetLeftPart(UriPartial.Authority) + "/.default", scope));
    }

    [Fact]
    public async Task Refused_token_is_replaced_once()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.RefusedTokens.Add("token-1");

        await InboxAsync(installation);

        Assert.Equal([401, 200], installation.Graph.Calls.Select(call => call.Status));
    }

    [Fact]
    public async Task Identity_that_is_refused_is_not_tried_for_ever()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Graph.RefusedTokens.UnionWith(["token-1", "token-2"]);

        var failure = await Assert.ThrowsAsync<ODataError>(() => InboxAsync(installation));

        Assert.Equal((401, 2), (failure.ResponseStatusCode, installation.Graph.Calls.Count));
    }

    [Fact]
    public async Task Token_that_cannot_be_had_is_a_failure_without_a_call()
    {
        await using var installation = await GraphInstallation.StartAsync();
        installation.Credential.Failure = new CredentialUnavailableException("No managed identity is there.");

        await Assert.ThrowsAsync<CredentialUnavailableException>(() => InboxAsync(installation));
        Assert.Empty(installation.Graph.Calls);

        installation.Credential.Failure = null;
        await InboxAsync(installation);
        Assert.Single(installation.Graph.Calls);
    }

    [Fact]
    public async Task Token_goes_to_no_other_host()
    {
        await using var installation = await GraphInstallation.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => installation.RunAsync(cancellationToken => installation.Get<GraphServiceClient>()
            .Users[MailDouble.Address].Messages.WithUrl("https://graph.other.example/v1.0/users").GetAsync(null, cancellationToken)));

        Assert.Empty(installation.Credential.Asked);
    }

    private static Task<MailFolder?> InboxAsync(GraphInstallation installation) =>
        installation.RunAsync(cancellationToken => Inbox(installation, cancellationToken));

    private static Task<MailFolder?> Inbox(GraphInstallation installation, CancellationToken cancellationToken) =>
        installation.Get<GraphServiceClient>().Users[MailDouble.Address].MailFolders["inbox"].GetAsync(null, cancellationToken);

    private static Task<MailFolder?> MakeFolderAsync(GraphInstallation installation) => installation.RunAsync(cancellationToken =>
        installation.Get<GraphServiceClient>().Users[MailDouble.Address].MailFolders.PostAsync(new MailFolder { DisplayName = "New" }, null, cancellationToken));

    private static IEnumerable<TimeSpan> Pauses(GraphInstallation installation)
    {
        var calls = installation.Graph.Calls;
        return calls.Zip(calls.Skip(1), (one, next) => next.At - one.At);
    }
}
