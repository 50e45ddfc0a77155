using Microsoft.Extensions.Options;
using Workflow.Adapters.People;
using Workflow.Core.People;
using Workflow.Core.People.Rosters;

namespace Workflow.Adapters.Graph.People;

/// <summary>
/// The directory of a roster and of Entra ID. What is known is asked for again when it is older than the settings allow, by
/// one for all who wait; when that fails the last answer stays, also over a restart, and it is said so.
/// </summary>
internal sealed class EntraPeople(
    RosterFile roster, GraphPeople graph, IKeptPeople kept, IOptions<GraphPeopleOptions> options, PeopleReport report, TimeProvider clock)
    : IPeopleSource, IDisposable
{
    // Whoever waits has clicked on something. An answer that is a little older serves them better than a late one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // An outage is not made shorter by asking all the time.
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private volatile Answer? _last;
    private Task<DirectoryDocument>? _asking;
    private DateTimeOffset _askedAt;
    private DateTimeOffset _restsUntil;

    /// <inheritdoc />
    public IReadOnlyList<string> Productions => [.. roster.Current().Productions.Select(p => p.Name)];

    /// <inheritdoc />
    /// <exception cref="Exception">Graph could not be asked, and nothing is known from before.</exception>
    public async ValueTask<DirectoryDocument> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && (IsResting() || (IsFresh(last.Known) && ReferenceEquals(last.Roster, roster.Current()))))
            return last.Directory;

        var (answer, since) = Ask();
        var left = since + Patience - clock.GetUtcNow();
        using var patience = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await answer.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return _last?.Directory ?? await answer.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private bool IsFresh(KnownPeople known) =>
        IsFreshButForMailboxes(known) && clock.GetUtcNow() - known.MailboxesReadAt < options.Value.AbsenceMaxAge;

    private bool IsFreshButForMailboxes(KnownPeople known) => clock.GetUtcNow() - known.ReadAt < options.Value.MaxAge;

    private bool IsResting()
    {
        lock (_lock)
            return clock.GetUtcNow() < _restsUntil;
    }

    // Nobody who gives up waiting takes the answer from the others.
    private (Task<DirectoryDocument> Answer, DateTimeOffset Since) Ask()
    {
        var stopping = _stopping.Token;
        lock (_lock)
        {
            if (_asking is null)
                (_asking, _askedAt) = (Task.Run(() => AskAsync(stopping), stopping), clock.GetUtcNow());
            return (_asking, _askedAt);
        }
    }

    private async Task<DirectoryDocument> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RenewAsync(roster.Current(), cancellationToken);
        }
        catch (Exception e) when (_last is not null && !cancellationToken.IsCancellationRequested)
        {
            lock (_lock)
                _restsUntil = clock.GetUtcNow() + Rest;
            report.Stays(_last.Known, e);
            return _last.Directory;
        }
        finally
        {
            lock (_lock)
                _asking = null;
        }
    }

    private async Task<DirectoryDocument> RenewAsync(Roster now, CancellationToken cancellationToken)
    {
        var known = _last?.Known ?? KnownPeople.Read(await kept.ReadAsync(cancellationToken));
        if (known?.Covers(now) != true)
            known = null;
        else if (Take(now, known) is { } taken && IsFresh(known))
            return taken;

        known = await graph.ReadMailboxesAsync(
            known is not null && IsFreshButForMailboxes(known) ? known : await graph.ReadAsync(now, cancellationToken), cancellationToken);
        var directory = Take(now, known);
        report.Renewed(now, known, directory);
        try
        {
            await kept.KeepAsync(known.Write(), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            report.NotKept(e);
        }

        return directory;
    }

    private DirectoryDocument Take(Roster now, KnownPeople known)
    {
        var directory = new DirectoryComposition(now, known).Compose();
        _last = new Answer(now, known, directory);
        return directory;
    }

    private sealed record Answer(Roster Roster, KnownPeople Known, DirectoryDocument Directory);
}
