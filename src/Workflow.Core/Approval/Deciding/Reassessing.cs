namespace Workflow.Core.Approval.Deciding;

/// <summary>An admin has a request in flight judged by another version of the policy (promise 9: never by itself).</summary>
internal static class Reassessing
{
    public static Verdict Decide(RequestState state, Command.Reassess command) => state switch
    {
        { Outcome: { } outcome } => Closing.Refusal(outcome, state.ClosedAt),
        { Status: RequestStatus.Deciding or RequestStatus.Assessed } => Verdict.Yes(
            new Event.ReassessmentOrdered(command.Policy, command.Reason, Pausing.Stop(state.OpenAsks, command.Stamp.At))),
        _ => Verdict.No(RefusalCode.NotNow, $"The submitter has to answer first, or the policy is judging the request already."),
    };
}
