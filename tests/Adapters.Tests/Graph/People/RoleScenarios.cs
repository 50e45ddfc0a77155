using Workflow.Core.People;

namespace Adapters.Tests.Graph.People;

/// <summary>Who holds a role, and who stands in, when groups say so.</summary>
public sealed class RoleScenarios
{
    [Fact]
    public async Task Members_of_the_group_hold_the_role_and_the_deputy_of_the_roster_stands_in()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Join("Bo", PeopleHouse.Legal);

        Assert.Equal("Al:H Bo:H Di:D", await house.LineAsync());
        Assert.Empty(house.Said);
    }

    [Fact]
    public async Task Members_on_all_pages_hold_the_role()
    {
        await using var house = await PeopleHouse.OpenAsync(people => people.PageSize = 2);
        foreach (var name in new[] { "Bo", "Cy", "Ev", "Fi" })
            house.Join(name, PeopleHouse.Legal);

        Assert.Equal("Al:H Bo:H Cy:H Ev:H Fi:H Di:D", await house.LineAsync());
    }

    [Fact]
    public async Task More_people_than_a_batch_holds_are_asked_about_in_several()
    {
        await using var house = await PeopleHouse.OpenAsync();
        for (var i = 0; i < 45; i++)
            house.Join($"P{i:00}", PeopleHouse.Legal).Manager = PeopleHouse.IdOf("Ed");

        var line = await house.FindAsync();

        Assert.Equal(46, line.Count(c => c.Capacity is Capacity.Holder));
        Assert.Equal("Ed", line[^1].Person.Name);
    }

    [Fact]
    public async Task Disabled_account_has_left()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").IsEnabled = false;

        Assert.Equal("Di:D", await house.LineAsync());
        Assert.True(await house.AskAsync((directory, c) => directory.HasLeftAsync(PeopleHouse.IdOf("Al"), c)));
        Assert.False(await house.AskAsync((directory, c) => directory.HasLeftAsync(PeopleHouse.IdOf("Di"), c)));
    }

    [Fact]
    public async Task Guest_is_left_out_where_the_role_is_not_for_guests_and_it_is_said_once()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Join("Gus", PeopleHouse.Legal, PeopleHouse.Admins).Type = "Guest";

        Assert.Equal("Al:H Di:D", await house.LineAsync());
        Assert.True(await house.AskAsync((directory, c) => directory.HasLeftAsync(PeopleHouse.IdOf("Gus"), c)));
        Assert.Equal(["Ed"], (await house.AskAsync((directory, c) => directory.AdminsAsync(c))).Select(p => p.Name));
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        await house.LineAsync();
        Assert.Equal("1 guests are members of groups whose roles are not for guests; they are left out.", Assert.Single(house.Said));
    }

    [Fact]
    public async Task Guest_holds_a_role_that_is_for_guests_and_is_external()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Join("Gus", PeopleHouse.Post).Type = "Guest";

        var gus = Assert.Single(await house.FindAsync("post-supervisor"));

        Assert.True(gus.Person.External);
        Assert.Equal("Europe/London", gus.Person.Calendar.TimeZone);
        Assert.DoesNotContain(house.Graph.Calls, call => call.Path == $"/users/{gus.Person.Id}/mailboxSettings");
    }

    [Fact]
    public async Task Managers_follow_up_to_three_steps_while_each_is_away()
    {
        await using var house = await PeopleHouse.OpenAsync();
        foreach (var (name, manager) in new[] { ("Al", "M1"), ("M1", "M2"), ("M2", "M3"), ("M3", "M4") })
        {
            house.Join(manager).Mailbox = Mailbox.Replying("alwaysEnabled");
            house.User(name).Manager = PeopleHouse.IdOf(manager);
        }

        Assert.Equal("Al:H Di:D M1:M M2:M M3:M", await house.LineAsync());
        Assert.Equal(3, house.Graph.Count(PeopleHouse.Manager));
    }

    [Fact]
    public async Task Circle_of_managers_ends()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Join("Bo").Manager = PeopleHouse.IdOf("Al");
        house.User("Al").Manager = PeopleHouse.IdOf("Bo");
        house.User("Bo").Mailbox = Mailbox.Replying("alwaysEnabled");

        Assert.Equal("Al:H Di:D Bo:M", await house.LineAsync());
        Assert.Equal(2, house.Graph.Count(PeopleHouse.Manager));
    }

    [Fact]
    public async Task Nobody_without_a_manager_needs_one()
    {
        await using var house = await PeopleHouse.OpenAsync();

        Assert.DoesNotContain(await house.FindAsync(), c => c.Capacity is Capacity.Manager);
        Assert.Equal(404, Assert.Single(house.Graph.Calls, call => call.Shape == PeopleHouse.Manager).Status);
    }

    [Fact]
    public async Task Manager_who_is_a_contact_is_not_asked()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Join("Bo").IsContact = true;
        house.User("Al").Manager = PeopleHouse.IdOf("Bo");

        Assert.Equal("Al:H Di:D", await house.LineAsync());
    }

    [Fact]
    public async Task Deleted_group_leaves_its_role_with_nobody_and_is_named_once()
    {
        await using var house = await PeopleHouse.OpenAsync(people => people.Groups.Remove(PeopleHouse.Post));

        Assert.Empty(await house.FindAsync("post-supervisor"));
        Assert.Equal("Al:H Di:D", await house.LineAsync());
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        await house.LineAsync();
        Assert.Contains(PeopleHouse.Post, Assert.Single(house.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deputy_whom_Entra_does_not_know_any_more_has_left()
    {
        await using var house = await PeopleHouse.OpenAsync(people => people.Users.Remove(PeopleHouse.IdOf("Di")));

        Assert.Equal("Al:H", await house.LineAsync());
    }

    [Fact]
    public async Task People_who_share_an_address_are_not_asked()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Join("Bo", PeopleHouse.Legal).Mail = "AL@studio.example";

        Assert.Equal("Di:D", await house.LineAsync());
        Assert.Contains("2 people have no mail address of their own", Assert.Single(house.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installation_without_an_admin_is_said()
    {
        await using var house = await PeopleHouse.OpenAsync(people => people.Groups[PeopleHouse.Admins].Clear());

        await house.LineAsync();

        Assert.StartsWith("Nobody is an admin", Assert.Single(house.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_has_left_is_not_believed_when_Graph_may_not_tell()
    {
        await using var house = await PeopleHouse.OpenAsync(people => people.HidesUsers = true);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => house.LineAsync());

        Assert.Contains("User.Read.All", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_object_ids_and_known_by_address()
    {
        await using var house = await PeopleHouse.OpenAsync();
        var accounts = house.Installation.Get<Workflow.Core.Ports.IAccounts>();

        Assert.Equal(PeopleHouse.IdOf("Al"), await house.Installation.RunAsync(c => accounts.AccountAtAsync("Al@Studio.example", c)));
        Assert.Equal("Di", (await house.Installation.RunAsync(c => accounts.PersonOfAsync(PeopleHouse.IdOf("Di").ToUpperInvariant(), c)))?.Name);
        Assert.Null(await house.Installation.RunAsync(c => accounts.PersonOfAsync(Guid.Empty.ToString(), c)));
    }

    [Fact]
    public async Task Productions_and_colleagues_are_those_of_the_roster()
    {
        await using var house = await PeopleHouse.OpenAsync();

        Assert.Equal(["Show"], await house.AskAsync((directory, c) => directory.ProductionsAsync(c)));
        Assert.Equal(["Al", "Di"], (await house.AskAsync((directory, c) => directory.ColleaguesAsync("show", c))).Select(p => p.Name));
    }
}
