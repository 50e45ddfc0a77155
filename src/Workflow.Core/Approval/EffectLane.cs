namespace Workflow.Core.Approval;

/// <summary>
/// Which effects of one request must not overtake each other: what is said about one ask, what the submitter is told,
/// what the admins are told, what cards show, and the process's own work. Across lanes they may: an approver whose mailbox refuses
/// mail must not keep the next approver from being asked.
/// </summary>
public static class EffectLane
{
    /// <summary>The lane of an effect, a stable short name.</summary>
    public static string Of(Effect effect) => effect switch
    {
        Effect.PutAsk e => Ask(e.Ask),
        Effect.Remind e => Ask(e.Ask),
        Effect.RetireAsk e => Ask(e.Ask),
        Effect.TellApprover e => Ask(e.Ask),
        Effect.TellSubmitter => "submitter",
        Effect.TellAdmins => "admins",
        Effect.UpdateCards => "cards",
        Effect.Classify or Effect.FindPeople or Effect.IssueRecord => "work",
        _ => throw new NotSupportedException($"No lane is laid for {effect.GetType().Name}."),
    };

    private static string Ask(int number) => $"ask-{number}";
}
