using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Workflow.Core.People.Rosters;

namespace Workflow.Adapters.Graph.People;

/// <summary>Asks Graph about everybody whom a roster names, by their groups or by themselves.</summary>
internal sealed class GraphPeople(GraphServiceClient graph, GraphGroups groups, GraphBatch batch, TimeProvider clock)
{
    private static readonly HashSet<HttpStatusCode> None = [HttpStatusCode.NotFound];

    // Exchange says that a mailbox is not there, or, where the app may read some and not others, that it is none of ours.
    private static readonly HashSet<HttpStatusCode> NoMailbox = [HttpStatusCode.NotFound, HttpStatusCode.Forbidden];

    /// <summary>The members of all groups, the deputies, and the managers that either can come to need; mailboxes are not read yet.</summary>
    public async Task<KnownPeople> ReadAsync(Roster roster, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var members = await groups.ReadAsync(roster.Groups, cancellationToken);
        var people = members.Values.SelectMany(users => users ?? []).DistinctBy(UserReading.IdOf)
            .ToDictionary(UserReading.IdOf, UserReading.Of, StringComparer.Ordinal);
        await AddAsync(people, roster.Deputies, cancellationToken);
        var known = new KnownPeople(
            at,
            DateTimeOffset.MinValue,
            members.ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. (g.Value ?? []).Select(UserReading.IdOf)], StringComparer.Ordinal),
            [.. members.Where(g => g.Value is null).Select(g => g.Key)],
            people);
        await AddManagersAsync(people, [.. roster.Roles.SelectMany(known.Holders).Distinct()], cancellationToken);
        return known;
    }

    /// <summary>The same people with what their mailboxes now say. Guests have theirs elsewhere.</summary>
    public async Task<KnownPeople> ReadMailboxesAsync(KnownPeople known, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var settings = await batch.ReadAsync(
            known.People.Where(p => p.Value is { IsEnabled: true, IsGuest: false }).Select(p => p.Key),
            id => graph.Users[id].MailboxSettings.ToGetRequestInformation(),
            MailboxSettings.CreateFromDiscriminatorValue,
            NoMailbox,
            cancellationToken);
        return known with
        {
            MailboxesReadAt = at,
            People = known.People.ToDictionary(
                p => p.Key,
                p => p.Value with { Mailbox = settings.GetValueOrDefault(p.Key) is { } said ? MailboxReading.Of(said, p.Value.Country) : null },
                StringComparer.Ordinal),
        };
    }

    private async Task AddAsync(Dictionary<string, KnownPerson> people, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var users = await batch.ReadAsync(
            ids.Where(id => !people.ContainsKey(id)),
            id => graph.Users[id].ToGetRequestInformation(request => request.QueryParameters.Select = UserReading.Select),
            User.CreateFromDiscriminatorValue,
            None,
            cancellationToken);
        foreach (var (id, user) in users)
            people.Add(id, user is null ? KnownPerson.Gone : UserReading.Of(user));
    }

    // From the holders up, step by step; who was met before is not asked about again, so a circle ends.
    private async Task AddManagersAsync(Dictionary<string, KnownPerson> people, IReadOnlyList<string> of, CancellationToken cancellationToken)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 1; step <= Roster.ManagerSteps && of.Count > 0; step++)
        {
            asked.UnionWith(of);
            var managers = await batch.ReadAsync(
                of,
                id => graph.Users[id].Manager.ToGetRequestInformation(request => request.QueryParameters.Select = UserReading.Select),
                DirectoryObject.CreateFromDiscriminatorValue,
                None,
                cancellationToken);

            // A manager may also be a contact, who cannot sign in.
            foreach (var (id, manager) in managers.Where(m => m.Value is User))
            {
                people[id] = people[id] with { Manager = UserReading.IdOf(manager!) };
                people.TryAdd(UserReading.IdOf(manager!), UserReading.Of((User)manager!));
            }

            of = [.. managers.Values.OfType<User>().Select(UserReading.IdOf).Distinct().Where(id => !asked.Contains(id))];
        }
    }
}
