using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Workflow.Adapters.Sqlite;

/// <summary>
/// The single writer. Flushing to disk is what a commit costs, so writes that wait together share one: the loop takes
/// all that are queued, runs each under its own savepoint in one transaction, commits, and only then answers.
/// A write that throws fails alone; a commit that fails, fails them all.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    private const int LongestQueue = 4096;
    private const int LargestBatch = 256;

    private readonly Channel<Write> _queue = Channel.CreateBounded<Write>(
        new BoundedChannelOptions(LongestQueue) { SingleReader = true });

    private readonly SqliteSession _session;
    private readonly Task _loop;
    private long _commits;

    public GroupCommit(SqliteSession session)
    {
        _session = session;
        // A thread of its own: it blocks on the disk, and must not wait for a free thread of the pool.
        _loop = Task.Factory.StartNew(
            Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>How many transactions were committed so far.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>
    /// Runs the write and returns what it returned once that is on disk. Cancelled only while it still waits:
    /// what has begun is finished, so that nobody is told "no" about something that was stored.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    {
        var queued = new Write<T>(write, cancellationToken);
        await _queue.Writer.WriteAsync(queued, cancellationToken);
        return await queued.Answer;
    }

    /// <summary>Finishes what is queued and closes the connection.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _loop.GetAwaiter().GetResult();
        _session.Dispose();
    }

    private void Run()
    {
        var batch = new List<Write>(LargestBatch);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var write))
            {
                if (!write.IsCancelled)
                    batch.Add(write);
            }

            if (batch.Count > 0)
                CommitTogether(batch);
            batch.Clear();
        }
    }

    private void CommitTogether(List<Write> batch)
    {
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var write in batch)
                RunAlone(write);
            _session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            foreach (var write in batch)
                write.Fail(e);
            RollBack();
            return;
        }

        Interlocked.Increment(ref _commits);
        foreach (var write in batch)
            write.Complete();
    }

    private void RunAlone(Write write)
    {
        _session.Execute("SAVEPOINT write");
        try
        {
            write.Run(_session);
        }
        catch (Exception e)
        {
            write.FailsWith(e);
            // Throws when SQLite gave up the whole transaction, as for a full disk: then the whole batch fails.
            _session.Execute("ROLLBACK TO write");
        }

        _session.Execute("RELEASE write");
    }

    private void RollBack()
    {
        try
        {
            if (_session.IsInTransaction)
                _session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // The disk refuses even that. Its writers know already; the next batch cannot begin and comes by here
            // again, but the loop must live on or nobody would ever get an answer.
        }
    }
}
