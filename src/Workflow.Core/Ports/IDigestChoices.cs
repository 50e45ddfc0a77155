namespace Workflow.Core.Ports;

/// <summary>Who wants no digests. Questions and outcomes are no digests: nobody is spared them.</summary>
public interface IDigestChoices
{
    /// <summary>Whether no digests go to an address; the case does not matter.</summary>
    Task<bool> AreOffAsync(string address, CancellationToken cancellationToken);

    /// <summary>Switches them off, or on again.</summary>
    Task SwitchAsync(string address, bool off, CancellationToken cancellationToken);
}
