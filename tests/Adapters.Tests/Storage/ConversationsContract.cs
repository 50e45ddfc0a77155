using Workflow.Core.Ports;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="IConversations"/> must do.</summary>
public abstract class ConversationsContract : PortContract<IConversations>
{
    private const string Tenant = "0f5c3d7e-1111-4222-8333-444455556666";

    private static readonly Conversation Ada = new(
        Tenant, "ada0f5c3-1111-4222-8333-444455556666", "29:1aK9mY-ada", "a:1p0_Ada/x;y", new Uri("https://smba.trafficmanager.net/emea/"));

    private static readonly Conversation Bob = Ada with { Account = "b0b0f5c3-1111-4222-8333-444455556666", User = "29:bob", Id = "a:bob" };

    private IConversations Conversations => Port;

    [Fact]
    public async Task A_chat_is_found_by_its_person_and_by_its_id()
    {
        await Conversations.KeepAsync(Ada, Token);
        await Conversations.KeepAsync(Bob, Token);

        Assert.Equal(Ada, await Conversations.FindAsync(Ada.Tenant, Ada.Account, Token));
        Assert.Equal(Ada, await Conversations.OfIdAsync(Ada.Id, Token));
        Assert.Equal(Bob, await Conversations.FindAsync(Bob.Tenant, Bob.Account, Token));
        Assert.Equal(Bob, await Conversations.OfIdAsync(Bob.Id, Token));
    }

    [Fact]
    public async Task A_person_is_found_in_whatever_case_their_id_is_written()
    {
        await Conversations.KeepAsync(Ada, Token);

        Assert.Equal(Ada, await Conversations.FindAsync(Ada.Tenant.ToUpperInvariant(), Ada.Account.ToUpperInvariant(), Token));
    }

    [Fact]
    public async Task The_same_account_of_another_tenant_is_somebody_else()
    {
        await Conversations.KeepAsync(Ada, Token);

        Assert.Null(await Conversations.FindAsync("another", Ada.Account, Token));
    }

    [Fact]
    public async Task The_id_of_a_chat_is_told_from_one_in_another_case()
    {
        await Conversations.KeepAsync(Ada, Token);

        Assert.Null(await Conversations.OfIdAsync(Ada.Id.ToUpperInvariant(), Token));
    }

    [Fact]
    public async Task A_new_chat_with_somebody_takes_the_place_of_the_old_one()
    {
        var moved = Ada with { Id = "a:new", ServiceUrl = new Uri("https://smba.trafficmanager.net/amer/") };
        await Conversations.KeepAsync(Ada, Token);
        await Conversations.KeepAsync(moved, Token);

        Assert.Equal(moved, await Conversations.FindAsync(Ada.Tenant, Ada.Account, Token));
        Assert.Equal(moved, await Conversations.OfIdAsync("a:new", Token));
        Assert.Null(await Conversations.OfIdAsync(Ada.Id, Token));
    }

    [Fact]
    public async Task A_forgotten_chat_is_found_no_more_and_the_others_are()
    {
        await Conversations.KeepAsync(Ada, Token);
        await Conversations.KeepAsync(Bob, Token);

        await Conversations.ForgetAsync(Ada.Tenant, Ada.Account, Token);

        Assert.Null(await Conversations.FindAsync(Ada.Tenant, Ada.Account, Token));
        Assert.Null(await Conversations.OfIdAsync(Ada.Id, Token));
        Assert.Equal(Bob, await Conversations.OfIdAsync(Bob.Id, Token));
    }

    [Fact]
    public async Task A_chat_comes_back_when_it_is_kept_again()
    {
        await Conversations.KeepAsync(Ada, Token);
        await Conversations.ForgetAsync(Ada.Tenant, Ada.Account, Token);
        await Conversations.KeepAsync(Ada, Token);

        Assert.Equal(Ada, await Conversations.OfIdAsync(Ada.Id, Token));
    }

    [Fact]
    public async Task Nobody_known_is_neither_found_nor_missed()
    {
        await Conversations.ForgetAsync(Ada.Tenant, Ada.Account, Token);

        Assert.Null(await Conversations.FindAsync(Ada.Tenant, Ada.Account, Token));
        Assert.Null(await Conversations.OfIdAsync(Ada.Id, Token));
    }

    [Fact]
    public async Task Of_many_chats_kept_at_once_one_is_found_both_ways()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Conversations.KeepAsync(Ada with { Id = $"a:{i}" }, Token))));

        var kept = await Conversations.FindAsync(Ada.Tenant, Ada.Account, Token);

        Assert.NotNull(kept);
        Assert.Equal(kept, await Conversations.OfIdAsync(kept.Id, Token));
    }
}
