using System.Diagnostics;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Bench;

/// <summary>
/// The limit: the rows of appends written straight into the same tables by one thread, prepared statements and
/// nothing else. No version is checked, no savepoint made, nobody waits for an answer.
/// </summary>
internal sealed class RawRows : IDisposable
{
    private readonly SqliteSession _session;

    public RawRows(string path)
    {
        _session = new SqliteSession(path);
        SqliteMigrations.Apply(_session);
    }

    /// <summary>Writes them in transactions of <paramref name="group"/> appends on average, at least 1.</summary>
    public LoadResult Run(double group, IEnumerable<Append> appends)
    {
        var latencies = new List<TimeSpan>();
        long count = 0;
        var start = Stopwatch.GetTimestamp();
        using var next = appends.GetEnumerator();
        var more = next.MoveNext();
        for (var round = 1L; more; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            _session.Execute("BEGIN IMMEDIATE");
            for (var upTo = (long)(round * group); more && count < upTo; count++, more = next.MoveNext())
                Write(next.Current);
            _session.Execute("COMMIT");
            latencies.Add(Stopwatch.GetElapsedTime(begun));
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        latencies.Sort();
        return new LoadResult(count, elapsed, latencies[latencies.Count / 2], latencies[latencies.Count * 99 / 100]);
    }

    public void Dispose() => _session.Dispose();

    private void Write(Append append)
    {
        var id = append.Id.ToString();
        foreach (var e in append.Events)
        {
            _session.Execute(
                "INSERT INTO events (request, sequence, type, version, json, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                id, e.Sequence, e.Type, e.Version, e.Json, e.Hash);
        }

        if (append.Completes is { } done)
            OutboxTable.Remove(_session, done);
        foreach (var effect in append.Effects)
        {
            var stored = EffectCodec.Encode(effect.Effect);
            _session.Execute(
                "INSERT INTO outbox (key, request, lane, type, json, next_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                effect.Key.Value, id, EffectLane.Of(effect.Effect), stored.Type, stored.Json, append.Summary.ChangedAt.ToColumn());
        }

        SummariesTable.Put(_session, append.Summary);
        if (append.Due is { } due)
            _session.Execute("INSERT OR REPLACE INTO alarms (request, due_at) VALUES (?1, ?2)", id, due.ToColumn());
        else
            _session.Execute("DELETE FROM alarms WHERE request = ?1", id);
    }
}
