using System.Text.Json;
using Workflow.Core.People.Rosters;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Graph.People;

/// <summary>What Graph said of people, and when. It is kept, so that a restart in an outage finds it.</summary>
/// <param name="ReadAt">When groups, people and managers were read.</param>
/// <param name="MailboxesReadAt">When mailboxes were read.</param>
/// <param name="Groups">Members of each group; none where the group does not exist.</param>
/// <param name="Missing">The groups that do not exist.</param>
/// <param name="People">Everybody, by object id.</param>
internal sealed record KnownPeople(
    DateTimeOffset ReadAt,
    DateTimeOffset MailboxesReadAt,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Groups,
    IReadOnlyList<string> Missing,
    IReadOnlyDictionary<string, KnownPerson> People)
{
    /// <summary>Whether everybody whom a roster names was asked about.</summary>
    public bool Covers(Roster roster) => roster.Groups.All(Groups.ContainsKey) && roster.Deputies.All(People.ContainsKey);

    /// <summary>Who holds a role.</summary>
    public IReadOnlyList<string> Holders(RosterRole role) => [.. Groups[role.Group].Where(id => role.Guests || !People[id].IsGuest)];

    /// <summary>What <see cref="Write"/> wrote; null when it is not that.</summary>
    public static KnownPeople? Read(byte[]? kept)
    {
        try
        {
            return kept is null ? null : JsonSerializer.Deserialize<KnownPeople>(kept, Strict);
        }
        catch (JsonException)
        {
            // An older release wrote something else: Graph is asked instead.
            return null;
        }
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Strict);

    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}

/// <summary>What Graph said of one person.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Email">Their own address, as we write addresses; null when there is none that we could write to.</param>
/// <param name="Language">The one preferred in Entra ID; null when none is.</param>
/// <param name="Country">Where they use the tenant, ISO 3166; null when it is not said.</param>
/// <param name="IsEnabled">Whether they can sign in; whoever cannot has left.</param>
/// <param name="IsGuest">Whether they come from outside the tenant.</param>
/// <param name="Manager">Object id; null when there is none, or was not asked for.</param>
/// <param name="Mailbox">What their mailbox says; null when there is none, or it is not ours to read.</param>
internal sealed record KnownPerson(
    string Name, string? Email, string? Language, string? Country, bool IsEnabled, bool IsGuest, string? Manager = null, KnownMailbox? Mailbox = null)
{
    /// <summary>Somebody whom Graph does not know any more.</summary>
    public static KnownPerson Gone { get; } = new("", null, null, null, IsEnabled: false, IsGuest: false);
}

/// <summary>What a mailbox says of its owner.</summary>
/// <param name="TimeZone">IANA name; null when it is none that we know.</param>
/// <param name="Week">When they work; empty when nothing sensible is set.</param>
/// <param name="Language">BCP 47 tag; null when none is set.</param>
/// <param name="Away">That automatic replies are on, or will be; null when they are off.</param>
internal sealed record KnownMailbox(string? TimeZone, IReadOnlyList<WorkingSpan> Week, string? Language, KnownReplies? Away);

/// <summary>When automatic replies are sent. What they say is never kept.</summary>
/// <param name="From">Their first instant; null for since whenever.</param>
/// <param name="Until">The instant after their last; null for until they are switched off.</param>
internal sealed record KnownReplies(DateTimeOffset? From, DateTimeOffset? Until);
