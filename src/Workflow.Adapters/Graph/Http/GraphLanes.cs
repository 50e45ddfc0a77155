using System.Collections.Concurrent;

namespace Workflow.Adapters.Graph.Http;

/// <summary>
/// Which calls wait for each other. Exchange takes four at a time from one app for one mailbox (Microsoft's service
/// limits); we make one, so that several processes together stay below. Calls for no mailbox share a lane of four.
/// </summary>
/// <param name="clock">Tells when a lane is open again.</param>
internal sealed class GraphLanes(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lane of an address.</summary>
    public Lane Of(Uri address)
    {
        var mailbox = MailboxOf(address);
        return _lanes.GetOrAdd(mailbox, key => new Lane(key.Length == 0 ? 4 : 1, clock));
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Dispose();
    }

    // …/users/{mailbox}/messages and the like; /users/{id} alone is the directory's.
    private static string MailboxOf(Uri address)
    {
        var segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var users = Array.FindIndex(segments, s => s.Equals("users", StringComparison.OrdinalIgnoreCase));
        return users >= 0 && users + 2 < segments.Length && IsOfExchange(segments[users + 2]) ? segments[users + 1] : "";
    }

    private static bool IsOfExchange(string segment) =>
        segment is "messages" or "mailFolders" or "mailboxSettings" or "calendar" or "calendarView" or "events";

    /// <summary>The calls for one mailbox.</summary>
    internal sealed class Lane(int width, TimeProvider clock) : IDisposable
    {
        private readonly SemaphoreSlim _places = new(width);
        private long _opens;

        /// <summary>How long the server still wants to be left alone.</summary>
        public TimeSpan Closed => new DateTimeOffset(Volatile.Read(ref _opens), TimeSpan.Zero) - clock.GetUtcNow();

        public Task EnterAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

        public void Leave() => _places.Release();

        /// <summary>Leaves the server alone for so long.</summary>
        public void Close(TimeSpan time) => Volatile.Write(ref _opens, (clock.GetUtcNow() + time).UtcTicks);

        public void Dispose() => _places.Dispose();
    }
}
