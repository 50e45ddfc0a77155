namespace Workflow.Core.Approval.Deciding;

/// <summary>The submitter takes an open request back.</summary>
internal static class Withdrawing
{
    public static Verdict Decide(RequestState state, Command.Withdraw command) =>
        Submitters.Refusal(state, command.Stamp.By)
        ?? Verdict.Yes(Closing.With(state, new Outcome(OutcomeKind.Withdrawn, [], null, command.Reason)));
}
