namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// Somebody who was asked has left, which the directory's answer at the beginning of the stage could not know: their ask
/// ends, and the next person is asked at once, or the seat visibly waits for somebody.
/// </summary>
internal static class Departing
{
    public static Verdict Decide(RequestState state, Command.NoteDeparture command) => Nudging.OpenAsk(state, command.Ask) is { } ask
        ? Verdict.Yes([new Event.AskRetired(ask.Number, RetirementReason.Left), .. Recusing.Replace(state, ask, command.Stamp.At)])
        : Verdict.NothingToDo;
}
