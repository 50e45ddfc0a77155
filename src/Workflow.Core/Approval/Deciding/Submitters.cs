using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>What only the submitter may do.</summary>
internal static class Submitters
{
    /// <summary>Why not, or null when they may, while the request is open.</summary>
    public static Verdict? Refusal(RequestState state, Actor by) =>
        Foreign(state, by) ?? (state.Outcome is { } outcome ? Closing.Refusal(outcome, state.ClosedAt) : null);

    /// <summary>Whether it is somebody else.</summary>
    public static Verdict? Foreign(RequestState state, Actor by) =>
        by.Kind == ActorKind.Submitter && string.Equals(by.Id, state.Submission.Submitter.Email, StringComparison.OrdinalIgnoreCase)
            ? null
            : Verdict.No(RefusalCode.NotYours, $"Only the person who submitted this request can do this.");
}
