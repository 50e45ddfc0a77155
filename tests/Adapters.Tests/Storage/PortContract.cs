namespace Adapters.Tests.Storage;

/// <summary>The base of what every adapter of a port must do, over a fresh and empty place.</summary>
/// <typeparam name="TPort">The port, or several that belong together.</typeparam>
public abstract class PortContract<TPort> : IAsyncLifetime
{
    private Opened<TPort>? _opened;

    private protected TPort Port => _opened!.Port;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens an empty place.</summary>
    protected abstract Task<Opened<TPort>> OpenAsync();

    public async ValueTask InitializeAsync() => _opened = await OpenAsync();

    public ValueTask DisposeAsync()
    {
        _opened?.Place?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>An adapter over a place of its own.</summary>
/// <param name="Port">The adapter.</param>
/// <param name="Place">What is to be removed afterwards, if anything.</param>
public sealed record Opened<TPort>(TPort Port, IDisposable? Place = null);
