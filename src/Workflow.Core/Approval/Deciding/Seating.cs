using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// Gives every seat its own person: the first candidate where possible, and another where two seats would want the
/// same one (bipartite matching by augmenting paths, in the order of preference).
/// </summary>
internal static class Seating
{
    /// <summary>The person of each seat, in order; null where no arrangement fills it.</summary>
    public static IReadOnlyList<Candidate?> Assign(IReadOnlyList<Staffing> seats, IReadOnlySet<string> occupied)
    {
        var seatOf = new Dictionary<string, int>();
        var result = new Candidate?[seats.Count];
        for (var seat = 0; seat < seats.Count; seat++)
        {
            Place(seat, []);
        }

        return result;

        bool Place(int seat, HashSet<string> tried)
        {
            foreach (var candidate in seats[seat].Candidates)
            {
                var id = candidate.Person.Id;
                if (occupied.Contains(id) || !tried.Add(id))
                {
                    continue;
                }

                if (!seatOf.TryGetValue(id, out var holder) || Place(holder, tried))
                {
                    seatOf[id] = seat;
                    result[seat] = candidate;
                    return true;
                }
            }

            return false;
        }
    }
}
