using Workflow.Core.Ports;

namespace Web.Tests.House;

internal sealed class MemoryDigestChoices : IDigestChoices
{
    public HashSet<string> Off { get; } = [];

    public Task<bool> AreOffAsync(string address, CancellationToken cancellationToken) => Task.FromResult(Off.Contains(address));

    public Task SwitchAsync(string address, bool off, CancellationToken cancellationToken)
    {
        _ = off ? Off.Add(address) : Off.Remove(address);
        return Task.CompletedTask;
    }
}
