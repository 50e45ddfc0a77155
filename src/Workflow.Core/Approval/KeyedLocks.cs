using System.Runtime.InteropServices;

namespace Workflow.Core.Approval;

/// <summary>Lets the commands of one key through one after another, and those of different keys side by side.</summary>
internal sealed class KeyedLocks<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Turnstile> _turnstiles = [];

    public async Task<IDisposable> EnterAsync(TKey key, CancellationToken cancellationToken)
    {
        Turnstile turnstile;
        lock (_turnstiles)
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_turnstiles, key, out _);
            turnstile = slot ??= new Turnstile();
            turnstile.Users++;
        }

        try
        {
            await turnstile.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(key, turnstile);
            throw;
        }

        return new Turn(this, key, turnstile);
    }

    private void Leave(TKey key, Turnstile turnstile)
    {
        lock (_turnstiles)
        {
            if (--turnstile.Users == 0)
            {
                _turnstiles.Remove(key);
                turnstile.Gate.Dispose();
            }
        }
    }

    private sealed class Turnstile
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Turn(KeyedLocks<TKey> locks, TKey key, Turnstile turnstile) : IDisposable
    {
        public void Dispose()
        {
            turnstile.Gate.Release();
            locks.Leave(key, turnstile);
        }
    }
}
