using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// Filling the seats of a stage from what the directory says. When a seat has nobody entitled, nobody is asked yet:
/// the admins are told, the directory is asked again, and the request visibly waits.
/// </summary>
internal static class Filling
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(4);

    public static Verdict Decide(RequestState state, Command.RecordPeople command)
    {
        if (state.Status != RequestStatus.Assessed || command.Stage != state.StageIndex)
        {
            return Verdict.NothingToDo;
        }

        var stage = state.Stage!;
        var entitled = stage.Seats.Select(seat => Entitled(state, seat, command.Staffing)).ToList();
        var seating = Seating.Assign(entitled, Occupied(state));
        var unfilled = stage.Seats.Where((_, i) => seating[i] is null).Select(s => s.Role).ToList();
        if (unfilled.Count > 0)
        {
            return Verdict.Yes(Unfilled(state, unfilled, command.Stamp.At));
        }

        var number = state.Asks.Count;
        return Verdict.Yes(
        [
            new Event.PeopleRecorded(state.StageIndex, entitled),
            .. stage.Seats.Select((seat, i) => new Event.PersonAsked(
                ++number, seat.Role, seating[i]!, Asking.Clock(stage, seating[i]!.Person, command.Stamp.At))),
        ]);
    }

    // Who approved a seat of an earlier stage has spoken; each seat needs somebody else.
    private static HashSet<string> Occupied(RequestState state) =>
        [.. state.Decisions.Where(d => d.Approves).Select(d => d.By.Id)];

    private static Staffing Entitled(RequestState state, Seat seat, IReadOnlyList<Staffing> answered) => new(
        seat.Role,
        [
            .. answered.Where(s => s.Role == seat.Role).SelectMany(s => s.Candidates)
                .Where(c => Entitlement.Of(state, c.Person) is null)
                .DistinctBy(c => c.Person.Id),
        ]);

    private static Event.SeatsUnfilled Unfilled(RequestState state, IReadOnlyList<string> roles, DateTimeOffset at)
    {
        var terms = state.Assessment!.Route.Terms;
        return new Event.SeatsUnfilled(
            state.StageIndex,
            roles,
            terms.Office.Add(at, RetryAfter),
            state.Vacancy?.GiveUpAt ?? terms.Office.Add(at, terms.UnfilledLimit));
    }
}
