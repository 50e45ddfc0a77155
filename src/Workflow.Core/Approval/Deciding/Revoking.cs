namespace Workflow.Core.Approval.Deciding;

/// <summary>Somebody who approved takes it back, where the policy gives their role the right to.</summary>
internal static class Revoking
{
    public static Verdict Decide(RequestState state, Command.Revoke command)
    {
        if (state.Asks.ElementAtOrDefault(command.Ask - 1) is not { } ask)
        {
            return Verdict.No(RefusalCode.UnknownAsk, $"This question does not exist. Use the link in the newest mail you got.");
        }

        if (Answering.Foreign(ask, command.Stamp.By) is { } foreign)
        {
            return foreign;
        }

        if (state.Approval is not { IsAlive: true } approval)
        {
            return Verdict.No(RefusalCode.NoApproval, $"There is no approval that holds, so there is nothing to revoke.");
        }

        return NotTheirs(state, approval, ask)
            ?? Answering.Unproven(approval.Terms.SecondStep, command.Stamp.By)
            ?? Wanting.Reason(command.Reason)
            ?? Verdict.Yes(new Event.ApprovalRevoked(ask.Number, command.Reason));
    }

    /// <summary>Whether this ask gave the approval, and its role may take it back.</summary>
    public static bool Gave(RequestState state, GrantedApproval approval, Ask ask) =>
        ask.Amendment == approval.Amendment
        && approval.Terms.Revokers?.Contains(ask.Seat) is not false
        && state.Decisions.LastOrDefault(d => d.Ask == ask.Number)?.Decision.Kind is DecisionKind.Approve or DecisionKind.ApproveWithConditions;

    private static Verdict? NotTheirs(RequestState state, GrantedApproval approval, Ask ask) => Gave(state, approval, ask)
        ? null
        : Verdict.No(RefusalCode.NotYours, $"Only somebody who gave this approval, and whose role the policy names for it, can revoke it.");
}
