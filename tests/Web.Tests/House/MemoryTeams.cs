using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Web.Tests.House;

/// <summary>Teams in memory: closed until a test opens it.</summary>
internal sealed class MemoryTeams : ITeams, IConversations, IBotTokens, IAccounts
{
    public const string Tenant = "7d3c1e8a-0000-4000-8000-000000000001";

    public bool IsOpen { get; set; }

    /// <summary>Whoever can be reached, by Entra object id.</summary>
    public Dictionary<string, Person> People { get; } = [];

    /// <summary>Accounts that have not installed the app.</summary>
    public HashSet<string> Unreachable { get; } = [];

    /// <summary>Whether the connector fails.</summary>
    public bool IsDown { get; set; }

    /// <summary>What happens just before a card arrives, once.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>What each place shows, oldest first.</summary>
    public List<(CardPlace Place, OutgoingCard Card)> Shown { get; } = [];

    public List<(CardPlace Place, string Line)> Pings { get; } = [];

    public List<Conversation> Chats { get; } = [];

    /// <summary>What a call with a token gets; null: it is genuine.</summary>
    public BotCaller? Refusal { get; set; }

    public static string AccountOf(Person person) => new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(person.Id))[..16]).ToString();

    public MemoryTeams With(params IEnumerable<Person> people)
    {
        IsOpen = true;
        foreach (var person in people)
        {
            People[AccountOf(person)] = person;
        }

        return this;
    }

    public OutgoingCard Latest(CardPlace place) => Shown.Last(s => s.Place == place).Card;

    public Task<string?> UserOfAsync(string account, CancellationToken cancellationToken) =>
        Task.FromResult(Chats.Find(c => c.Account == account)?.User);

    public async Task<CardPlace?> SendAsync(string account, OutgoingCard card, CancellationToken cancellationToken)
    {
        await FailAsync();
        if (Unreachable.Contains(account))
        {
            return null;
        }

        var place = new CardPlace($"chat-{account}", $"card-{Shown.Count + 1}");
        Shown.Add((place, card));
        return place;
    }

    public async Task<bool> UpdateAsync(CardPlace place, OutgoingCard card, CancellationToken cancellationToken)
    {
        await FailAsync();
        Shown.Add((place, card));
        return true;
    }

    public async Task<bool> PingAsync(CardPlace place, string line, CancellationToken cancellationToken)
    {
        await FailAsync();
        Pings.Add((place, line));
        return true;
    }

    public Task<Conversation?> FindAsync(string tenant, string account, CancellationToken cancellationToken) =>
        Task.FromResult(Chats.Find(c => c.Tenant == tenant && c.Account == account));

    public Task<Conversation?> OfIdAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Chats.Find(c => c.Id == id));

    public Task KeepAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        Chats.RemoveAll(c => c.Tenant == conversation.Tenant && c.Account == conversation.Account);
        Chats.Add(conversation);
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string tenant, string account, CancellationToken cancellationToken)
    {
        Chats.RemoveAll(c => c.Tenant == tenant && c.Account == account);
        return Task.CompletedTask;
    }

    public Task<BotCaller> ReadAsync(string? authorization, string? channel, string? serviceUrl, CancellationToken cancellationToken) =>
        Task.FromResult(Refusal ?? new BotCaller.Genuine());

    public Task<string?> AccountAtAsync(string email, CancellationToken cancellationToken) =>
        Task.FromResult(People.Where(p => p.Value.Email == email).Select(p => p.Key).FirstOrDefault());

    public Task<Person?> PersonOfAsync(string account, CancellationToken cancellationToken) => Task.FromResult(People.GetValueOrDefault(account));

    private async Task FailAsync()
    {
        if (IsDown)
        {
            throw new HttpRequestException("502 from somebody@studio.example");
        }

        if (Before is { } before)
        {
            Before = null;
            await before();
        }
    }
}

internal static class MemoryTeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services, MemoryTeams teams) => services
        .AddSingleton<ITeams>(teams).AddSingleton<IConversations>(teams).AddSingleton<IBotTokens>(teams).AddSingleton<IAccounts>(teams);
}
