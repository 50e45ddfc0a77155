namespace Workflow.Core.People;

/// <summary>Puts those who may fill a role in the order in which they are asked at an instant.</summary>
internal sealed class CandidateLine(IReadOnlyDictionary<string, DirectoryEntry> people, DateTimeOffset at)
{
    /// <summary>
    /// How far it is followed who stands in for whom, in steps from the holder. Beyond, people hardly know each other's
    /// work.
    /// </summary>
    public const int Depth = 3;

    // A candidate is stored with the holidays of this time and no more; a request that takes longer asks again.
    private const int YearsAhead = 2;

    /// <summary>Holders, deputies, managers; in each whoever is here first. Nobody twice and nobody who has left.</summary>
    public IReadOnlyList<Candidate> Of(IReadOnlyList<string> holders)
    {
        IEnumerable<(string Id, Capacity Capacity)> line =
        [
            .. holders.Select(id => (id, Capacity.Holder)),
            .. StandIns(holders, entry => entry.Deputies).Select(id => (id, Capacity.Deputy)),
            .. StandIns(holders, entry => entry.Manager is { } manager ? [manager] : []).Select(id => (id, Capacity.Manager)),
        ];
        return
        [
            .. line.DistinctBy(c => c.Id)
                .Where(c => people[c.Id].Active)
                .Select(c => new Candidate(Known(people[c.Id].Person), c.Capacity, people[c.Id].AwayAt(at)))
                .OrderBy(c => c.Capacity)
                .ThenBy(c => c.Away is not null),
        ];
    }

    // For whoever is not here the next one stands in. Steps are bounded, so a circle does no harm.
    private IEnumerable<string> StandIns(IReadOnlyList<string> holders, Func<DirectoryEntry, IReadOnlyList<string>> next)
    {
        var step = holders.SelectMany(id => next(people[id])).ToList();
        for (var depth = 1; depth <= Depth && step.Count > 0; depth++)
        {
            foreach (var id in step)
            {
                yield return id;
            }

            step = [.. step.Select(id => people[id]).Where(entry => !entry.Active || entry.AwayAt(at) is not null).SelectMany(next)];
        }
    }

    private Person Known(Person person)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        return person with { Calendar = person.Calendar.WithHolidaysOf(today.AddDays(-1), today.AddYears(YearsAhead)) };
    }
}
