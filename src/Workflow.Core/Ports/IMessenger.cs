using Workflow.Core.Approval;

namespace Workflow.Core.Ports;

/// <summary>Says to people what an effect wants said: composes the message and hands it to a channel.</summary>
public interface IMessenger
{
    /// <summary>Delivers it, or throws when it could not be delivered this time.</summary>
    /// <returns>The channel and the id by which the receiver recognises it.</returns>
    Task<Delivery> DeliverAsync(RequestState request, KeyedEffect effect, CancellationToken cancellationToken);
}
