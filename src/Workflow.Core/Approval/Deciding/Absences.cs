using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// Somebody who was asked is away: the next person is asked at once, and the absent one's time begins on return. When
/// nobody can stand in, their time runs as if they were here, and the admins can find somebody in it.
/// </summary>
internal static class Absences
{
    public static Verdict Decide(RequestState state, Command.NoteAbsence command)
    {
        var at = command.Stamp.At;
        if (state.Status != RequestStatus.Deciding || command.Until <= at)
        {
            return Verdict.NothingToDo;
        }

        var asks = state.OpenAsks.Where(a => a.Person.Id == command.Person && a.IsRunning(at));
        return Verdict.Yes([.. asks.SelectMany(ask => Cover(state, state.Staffing, ask, command.Until, at, [], state.Asks.Count + 1))]);
    }

    /// <summary>What follows when the person of an ask is away.</summary>
    /// <param name="state">The request.</param>
    /// <param name="staffing">Who could stand in.</param>
    /// <param name="ask">The ask, stored or just about to be.</param>
    /// <param name="until">When they are back.</param>
    /// <param name="at">Now.</param>
    /// <param name="taken">Who is asked for other seats in the same breath.</param>
    /// <param name="number">Of the next ask.</param>
    public static IEnumerable<Event> Cover(
        RequestState state, IReadOnlyList<Staffing> staffing, Ask ask, DateTimeOffset until, DateTimeOffset at, IReadOnlyCollection<string> taken, int number)
    {
        var stage = state.Stage!;
        if (Asking.Next(state, staffing, ask.Seat, [.. taken, ask.Person.Id], at) is not { } standIn)
        {
            return [new Event.ApproverAway(ask.Number, until, ask.Clock, StoodIn: false)];
        }

        return
        [
            new Event.ApproverAway(ask.Number, until, Asking.Clock(stage, ask.Person, until), StoodIn: true),
            new Event.PersonAsked(number, ask.Seat, standIn, Asking.Clock(stage, standIn.Person, at)),
        ];
    }
}
