using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Core.Ports;

<<<<<<< HEAD
/// <summary>Carries out one effect and sends the command that answers it: what a courier loop and an activity both call.</summary>
public interface IEffectCarrier
{
    /// <summary>Does the work and completes the effect; throws when this attempt failed and another may succeed.</summary>
    Task CarryAsync(RequestId id, KeyedEffect effect, CancellationToken cancellationToken);

    /// <summary>Notes in the stream that the effect was given up and waits for an admin.</summary>
    /// <param name="id">Whose effect.</param>
    /// <param name="effect">Which.</param>
    /// <param name="reason">Why, without personal data.</param>
=======
/// <summary>Does the work that an effect stands for, and reports it to the stream that caused it.</summary>
public interface IEffectCarrier
{
    /// <summary>
    /// Carries the effect out and sends the command that answers it, which also takes it out of the outbox.
    /// Throws when the attempt failed; it is then tried again with the same key.
    /// </summary>
    Task CarryAsync(RequestId id, KeyedEffect effect, CancellationToken cancellationToken);

    /// <summary>Tells the stream that the effect will not be tried again unless an admin says so.</summary>
    /// <param name="id">The request.</param>
    /// <param name="effect">What was tried in vain.</param>
    /// <param name="reason">Why the last attempt failed; holds no personal data.</param>
>>>>>>> sqlite
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task GiveUpAsync(RequestId id, KeyedEffect effect, string reason, CancellationToken cancellationToken);
}
