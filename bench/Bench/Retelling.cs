using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Bench;

/// <summary>Tells from a request's history which appends have made it.</summary>
internal static class Retelling
{
    /// <summary>One for each command, in order, as the desk composed them.</summary>
    public static IEnumerable<Append> Of(RequestHistory history)
    {
        RequestState? state = null;
        foreach (var command in history.Events.Zip(history.Stored).GroupBy(e => e.First.CommandId))
        {
            var version = state?.Version ?? 0;
            var effects = new List<KeyedEffect>();
            foreach (var (happened, _) in command)
            {
                state = Evolution.Evolve(state, happened);
                effects.AddRange(Effects.Of(state, happened));
            }

            // A command that answers an effect has its key as its id; any other id matches no row.
            yield return new Append(
                state!.Id,
                version,
                [.. command.Select(e => e.Second)],
                effects,
                new EffectKey(command.Key),
                Summarizing.Of(state),
                DueTimes.Next(state));
        }
    }
}
