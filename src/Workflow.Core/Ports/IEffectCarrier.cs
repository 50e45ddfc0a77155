using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Core.Ports;

/// <summary>Carries out one effect and sends the command that answers it: what a courier loop and an activity both call.</summary>
public interface IEffectCarrier
{
    /// <summary>Does the work and completes the effect; throws when this attempt failed and another may succeed.</summary>
    Task CarryAsync(RequestId id, KeyedEffect effect, CancellationToken cancellationToken);

    /// <summary>Notes in the stream that the effect was given up and waits for an admin.</summary>
    /// <param name="id">Whose effect.</param>
    /// <param name="effect">Which.</param>
    /// <param name="reason">Why, without personal data.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task GiveUpAsync(RequestId id, KeyedEffect effect, string reason, CancellationToken cancellationToken);
}
