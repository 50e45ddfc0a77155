using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>What became of an effect. The first success counts; it is recorded also after the close.</summary>
internal static class Delivering
{
    public static Verdict Decide(RequestState state, Command.RecordDelivery command) =>
        state.Deliveries.TryGetValue(command.Effect, out var earlier) && earlier.Failure is null
            ? Verdict.NothingToDo
            : Verdict.Yes(new Event.EffectDelivered(command.Effect, command.Delivery));

    /// <summary>Only an admin, only what was given up, and as an event: the audit trail says whose hand it was.</summary>
    public static Verdict Retry(RequestState state, Command.RetryDelivery command)
    {
        if (command.Stamp.By.Kind != ActorKind.Admin)
        {
            return Verdict.No(RefusalCode.NotYours, $"Only an admin can have this tried again.");
        }

        if (Wanting.Reason(command.Reason) is { } refused)
        {
            return refused;
        }

        return state.Deliveries.TryGetValue(command.Effect, out var earlier) && earlier.Failure is not null
            ? Verdict.Yes(new Event.DeliveryRetried(command.Effect, command.Reason))
            : Verdict.No(RefusalCode.NotNow, $"This was not given up, so there is nothing to try again.");
    }
}
