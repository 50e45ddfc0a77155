namespace Workflow.Core.Approval.Deciding;

/// <summary>What became of an effect. The first success counts; it is recorded also after the close.</summary>
internal static class Delivering
{
    public static Verdict Decide(RequestState state, Command.RecordDelivery command) =>
        state.Deliveries.TryGetValue(command.Effect, out var earlier) && earlier.Failure is null
            ? Verdict.NothingToDo
            : Verdict.Yes(new Event.EffectDelivered(command.Effect, command.Delivery));
}
