using System.Net;
using Adapters.Tests.Graph.Double;
using Azure.Identity;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Adapters.Tests.Graph.People;

/// <summary>How often Graph is asked, and what holds while it does not answer.</summary>
public sealed class AnswerScenarios
{
    private static readonly GraphFault Down = GraphFault.Answer(503);

    [Fact]
    public async Task Answer_is_good_for_some_minutes()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        var calls = house.Graph.Calls.Count;

        house.Clock.Advance(TimeSpan.FromMinutes(4));
        await house.LineAsync();

        Assert.Equal(calls, house.Graph.Calls.Count);
    }

    [Fact]
    public async Task Absences_grow_old_sooner_than_groups()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.User("Al").Mailbox = Mailbox.Replying("alwaysEnabled");
        house.Join("Bo", PeopleHouse.Legal);

        house.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotNull(Assert.Single(await house.FindAsync(), c => c.Person.Name == "Al").Away);
        Assert.Equal("Al:H Di:D", await house.LineAsync());
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("Bo:H Al:H Di:D", await house.LineAsync());
    }

    [Fact]
    public async Task Many_who_ask_together_make_one_question()
    {
        await using var house = await PeopleHouse.OpenAsync();

        var lines = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.LineAsync()));

        Assert.All(lines, line => Assert.Equal("Al:H Di:D", line));
        Assert.Equal(1, house.Graph.Calls.Count(call => call.Path == $"/groups/{PeopleHouse.Legal}/transitiveMembers/graph.user"));
    }

    [Fact]
    public async Task Roster_that_was_changed_counts_at_once()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Join("Bo", PeopleHouse.Post);

        house.Write(PeopleHouse.Roster(legal: PeopleHouse.Post));

        // What is known of groups is young enough: Bo is met when it has grown old.
        Assert.Equal("", await house.LineAsync());
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("Bo:H", await house.LineAsync());
    }

    [Fact]
    public async Task Throttled_batch_is_made_again_when_the_server_says()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Graph.Fail(PeopleHouse.Batch, GraphFault.Throttled("30"));
        var before = house.Clock.GetUtcNow();

        Assert.Equal("Al:H Di:D", await house.LineAsync());
        Assert.Equal(TimeSpan.FromSeconds(30), house.Clock.GetUtcNow() - before);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Batch_that_failed_for_now_is_made_again(int status)
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Graph.Fail(PeopleHouse.Batch, status == 0 ? GraphFault.LostAnswer : GraphFault.Answer(status));

        Assert.Equal("Al:H Di:D", await house.LineAsync());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Part_of_a_batch_that_failed_is_asked_for_again_and_nothing_else(int status)
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Graph.Fail(PeopleHouse.Settings, GraphFault.Answer(status, retryAfter: "7"), GraphFault.Answer(status));
        var before = house.Clock.GetUtcNow();

        Assert.Equal("Al:H Di:D", await house.LineAsync());

        // Al, Di and Ed once, and two of them again.
        Assert.Equal(5, house.Graph.Count(PeopleHouse.Settings));
        Assert.Equal(TimeSpan.FromSeconds(7), house.Clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task Outage_leaves_the_last_answer_and_it_is_said()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Graph.FailAlways(PeopleHouse.Batch, Down);
        house.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("Al:H Di:D", await house.LineAsync());
        await house.UntilSaidAsync("What was read at 2026-03-02 12:00:00Z stays in force.");
    }

    [Fact]
    public async Task Server_in_an_outage_is_asked_once_a_minute_and_its_return_is_said()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Clock.Advance(TimeSpan.FromHours(1));
        house.Graph.FailAlways(PeopleHouse.Batch, GraphFault.Answer(403, "Authorization_RequestDenied"));
        await house.LineAsync();
        var calls = house.Graph.Calls.Count;

        await house.LineAsync();
        Assert.Equal(calls, house.Graph.Calls.Count);
        house.Graph.Heal();
        house.Join("Bo", PeopleHouse.Legal);
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Al:H Bo:H Di:D", await house.LineAsync());
        Assert.Contains(house.Said, sentence => sentence.Contains("again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_clicks_does_not_wait_for_a_server_that_is_silent()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Clock.Advance(TimeSpan.FromHours(1));
        house.Graph.FailAlways(PeopleHouse.Batch, GraphFault.Silence);

        var first = AskAsync();
        while (!house.Graph.IsHolding)
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        house.Clock.Advance(TimeSpan.FromSeconds(5));

        // The clock stands still from here on: the second waits for nothing.
        Assert.Equal(2, Assert.Single(await first).Candidates.Count);
        Assert.Equal(2, Assert.Single(await AskAsync()).Candidates.Count);

        Task<IReadOnlyList<Staffing>> AskAsync() =>
            house.Installation.Get<IDirectory>().FindAsync("Show", ["legal"], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Batch_throttled_again_and_again_is_given_up()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Graph.FailAlways(PeopleHouse.Batch, GraphFault.Throttled("1"));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => house.LineAsync());

        Assert.Equal((HttpStatusCode.TooManyRequests, 4), (failure.StatusCode, house.Graph.Calls.Count));
    }

    [Fact]
    public async Task Sign_in_that_fails_leaves_the_last_answer()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Clock.Advance(TimeSpan.FromHours(2));
        house.Installation.Credential.Failure = new CredentialUnavailableException("about ana@studio.example");

        Assert.Equal("Al:H Di:D", await house.LineAsync());
        await house.UntilSaidAsync("CredentialUnavailableException");
        Assert.DoesNotContain(house.Said, sentence => sentence.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_known_and_nothing_to_learn_is_a_failure_and_is_tried_again()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Graph.FailAlways(PeopleHouse.Batch, Down);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => house.LineAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.StatusCode);
        house.Graph.Heal();

        Assert.Equal("Al:H Di:D", await house.LineAsync());
    }

    [Fact]
    public async Task Productions_are_known_while_nobody_can_be_asked_about_people()
    {
        await using var house = await PeopleHouse.OpenAsync();

        Assert.Equal(["Show"], await house.AskAsync((directory, c) => directory.ProductionsAsync(c)));
        Assert.Empty(house.Graph.Calls);
    }

    [Fact]
    public async Task Answer_outlives_a_restart_in_an_outage()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Clock.Advance(TimeSpan.FromDays(1));
        house.Graph.FailAlways(PeopleHouse.Batch, GraphFault.Answer(403));

        await using var restarted = house.Another();

        Assert.Equal("Al:H Di:D", await restarted.LineAsync());
        Assert.Contains("stays in force", Assert.Single(restarted.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_clicks_after_a_restart_does_not_wait_for_a_server_that_is_silent()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Clock.Advance(TimeSpan.FromDays(1));
        house.Graph.FailAlways(PeopleHouse.Batch, GraphFault.Silence);
        await using var restarted = house.Another();

        var asking = restarted.Installation.Get<IDirectory>().FindAsync("Show", ["legal"], TestContext.Current.CancellationToken);
        while (!house.Graph.IsHolding)
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        house.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(2, Assert.Single(await asking).Candidates.Count);
    }

    [Fact]
    public async Task Answer_that_is_young_is_good_after_a_restart()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        var calls = house.Graph.Calls.Count;

        await using var restarted = house.Another();

        Assert.Equal("Al:H Di:D", await restarted.LineAsync());
        Assert.Equal(calls, house.Graph.Calls.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"People\": {}}")]
    public async Task Kept_answer_that_cannot_be_read_is_none(string text)
    {
        await using var house = await PeopleHouse.OpenAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(house.KeptFile)!);
        await File.WriteAllTextAsync(house.KeptFile, text, TestContext.Current.CancellationToken);

        Assert.Equal("Al:H Di:D", await house.LineAsync());
    }

    [Fact]
    public async Task Kept_answer_about_other_groups_is_none()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Write(PeopleHouse.Roster(legal: "11111111-0000-4000-8000-000000000009"));
        house.Graph.FailAlways(PeopleHouse.Batch, GraphFault.Answer(403));

        await using var restarted = house.Another();

        await Assert.ThrowsAsync<HttpRequestException>(() => restarted.LineAsync());
    }

    [Fact]
    public async Task Roster_that_was_changed_in_an_outage_waits_for_its_end()
    {
        await using var house = await PeopleHouse.OpenAsync();
        await house.LineAsync();
        house.Write(PeopleHouse.Roster(legal: "11111111-0000-4000-8000-000000000009"));
        house.Graph.FailAlways(PeopleHouse.Batch, GraphFault.Answer(403));

        Assert.Equal("Al:H Di:D", await house.LineAsync());
        house.Graph.Heal();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await house.FindAsync());
    }
}
