using Workflow.Core.Policies;

namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// What was approved changes, or is to hold longer: a new version goes round. The approval holds meanwhile, or not, as
/// the policy says; asking for the same once more never suspends it.
/// </summary>
internal static class Amending
{
    public static Verdict Decide(RequestState state, Command.Amend command)
    {
        if ((Submitters.Foreign(state, command.Stamp.By) ?? Unfit(state) ?? Wanting.Reason(command.Reason)) is { } refused)
        {
            return refused;
        }

        if (command.Declaration?.Missing() is [_, ..] missing)
        {
            return Verdict.No(RefusalCode.Incomplete, $"Still missing: {string.Join(", ", missing)}.");
        }

        if (command.Declaration is { } declaration && declaration.Production != state.Declaration.Production)
        {
            return Verdict.No(RefusalCode.DifferentContent, $"Another production needs a request of its own.");
        }

        var opened = new Event.AmendmentOpened(state.Amendment + 1, command.Declaration, command.Reason);
        var suspends = command.Declaration is not null && state.Approval is { IsAlive: true, Terms.WhileAmended: WhileAmended.Suspended };
        return suspends ? Verdict.Yes(opened, new Event.ApprovalSuspended(SuspensionReason.Amendment)) : Verdict.Yes(opened);
    }

    private static Verdict? Unfit(RequestState state)
    {
        if (state.Status != RequestStatus.Closed)
        {
            return Verdict.No(RefusalCode.NotNow, $"This request is not decided yet. It can be changed once it is.");
        }

        if (state.Approval is not { Standing: not Standing.Revoked } approval)
        {
            return Verdict.No(RefusalCode.NoApproval, $"There is no approval that could be changed. Please send a new request.");
        }

        return approval is { Outcome.Kind: OutcomeKind.Approved, RecordHash: null }
            ? Verdict.No(RefusalCode.NotNow, $"The record of the approval is being written. Please try again in a moment.")
            : null;
    }
}
