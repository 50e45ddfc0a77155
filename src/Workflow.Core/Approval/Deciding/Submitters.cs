using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>What only the submitter may do, while the request is open.</summary>
internal static class Submitters
{
    public static Verdict? Refusal(RequestState state, Actor by)
    {
        if (by.Kind != ActorKind.Submitter || !string.Equals(by.Id, state.Submission.Submitter.Email, StringComparison.OrdinalIgnoreCase))
        {
            return Verdict.No(RefusalCode.NotYours, $"Only the person who submitted this request can do this.");
        }

        return state.Outcome is { } outcome ? Closing.Refusal(outcome, state.ClosedAt) : null;
    }
}
