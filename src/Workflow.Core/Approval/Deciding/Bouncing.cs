namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// A mail came back. Where it put an open question, the next person is asked at once; the first ask stays open, for its
/// person may still come to it by another way.
/// </summary>
internal static class Bouncing
{
    private const int LongestStatus = 200;

    public static Verdict Decide(RequestState state, Command.NoteBounce command)
    {
        if (state.Bounced.Contains(command.Effect))
        {
            return Verdict.NothingToDo;
        }

        var status = command.Status.Length > LongestStatus ? command.Status[..LongestStatus] : command.Status;
        var bounced = new Event.DeliveryBounced(command.Effect, status);
        return NextPerson(state, command) is { } asked ? Verdict.Yes(bounced, asked) : Verdict.Yes(bounced);
    }

    private static Event.PersonAsked? NextPerson(RequestState state, Command.NoteBounce command)
    {
        var at = command.Stamp.At;
        if (state.Status != RequestStatus.Deciding
            || state.OpenAsks.FirstOrDefault(a => a.Number == command.Effect.Asks) is not { } ask
            || state.CameBack(ask.Number)
            || !ask.IsRunning(at)
            || Asking.Next(state, state.Staffing, ask.Seat, [], at) is not { } next)
        {
            return null;
        }

        return new Event.PersonAsked(state.Asks.Count + 1, ask.Seat, next, Asking.Clock(state.Stage!, next.Person, at));
    }
}
