namespace Workflow.Core.Approval.Deciding;

/// <summary>An admin gives somebody more time: so much working time from now, with the policy's reminders in it.</summary>
internal static class Extending
{
    public static Verdict Decide(RequestState state, Command.Extend command)
    {
        if (command.Time <= TimeSpan.Zero || command.Time > Command.Extend.LongestExtension)
        {
            return Verdict.No(RefusalCode.NotNow, $"Give between one and {(int)Command.Extend.LongestExtension.TotalHours} working hours.");
        }

        return command.Ask is { } number ? Approver(state, command, number) : Submitter(state, command);
    }

    private static Verdict Approver(RequestState state, Command.Extend command, int number) =>
        Nudging.OpenAsk(state, number) is { } ask
            ? Verdict.Yes(new Event.DeadlineMoved(
                number, Clock.Start(ask.Person.Calendar, command.Stamp.At, command.Time, state.Stage!.Reminders), command.Reason))
            : Verdict.No(RefusalCode.AskRetired, $"Nobody has to answer this question now.");

    private static Verdict Submitter(RequestState state, Command.Extend command)
    {
        if (state.Question is not { } question)
        {
            return Verdict.No(RefusalCode.NotNow, $"Nobody is waiting for an answer to this request at the moment.");
        }

        // An incomplete mail has no terms yet: its clock keeps its proportions.
        var terms = state.Assessment?.Route.Terms;
        var clock = terms is null
            ? new Clock([], question.Clock.Due + command.Time)
            : Clock.Start(terms.Office, command.Stamp.At, command.Time, terms.InformationReminders);
        return Verdict.Yes(new Event.DeadlineMoved(null, clock, command.Reason));
    }
}
