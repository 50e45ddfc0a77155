using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Records;

namespace EndToEnd.Crash;

/// <summary>Kill it at any instant: what was acknowledged is there, and what it leads to is done after the next start.</summary>
public sealed class KillSpecs : IDisposable
{
    private const int Kills = 50;
    private const int Clients = 4;

    private readonly string _data = Directory.CreateTempSubdirectory("approvals-kill-").FullName;

    // The seed only picks the instants; the schedule of threads and disks is never the same twice.
    private readonly Random _random = new(20260302);
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private int _sent;

    private static readonly Dictionary<string, string> Settings = new() { ["Logging__LogLevel__Default"] = "Warning" };

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Server_killed_at_fifty_instants_under_load_loses_no_request_and_leaves_no_effect_undone()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        for (var i = 0; i < Kills; i++)
        {
            using var server = await ServerProcess.StartAsync(_data, Settings, cancellationToken);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var load = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => LoadAsync(server.Address, stop.Token)));
            // Every other life is ended while it still warms up and recovers from the last, the others in full swing.
            await (i % 2 == 0 ? Task.CompletedTask : WhenAcknowledgingAsync(load));
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(0, 500)), TimeProvider.System, cancellationToken);
            server.Kill();
            await stop.CancelAsync();
            await load;
        }

        Assert.True(_acknowledged.Count > 4 * Kills, $"Only {_acknowledged.Count} requests were acknowledged: this was no load.");
        using var last = await ServerProcess.StartAsync(_data, Settings, cancellationToken);
        await WhenOutboxIsEmptyAsync(cancellationToken);

        Assert.Empty(Streams().Where(s => AuditChain.FirstBreak(s.Id, s.Events) is not null).Select(s => s.Id));
        var stored = Streams().ToDictionary(s => s.Id, s => Evolution.Fold(s.Events.Select(EventCodec.Decode))!);
        Assert.Empty(_acknowledged.Values.Except(stored.Keys));
        Assert.All(stored.Values, s => Assert.Equal(RequestStatus.Deciding, s.Status));

        // Every request told its submitter once and asked its one person once, also when the mail left just before a kill.
        var mails = Mails();
        Assert.All(stored.Keys, id => Assert.Equal(2, mails.GetValueOrDefault(id)));
        Assert.Equal(_acknowledged.Count, _acknowledged.Values.Distinct().Count());
    }

    // Sends until the server is gone, each with its own key; only what was answered counts as acknowledged.
    private async Task LoadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (!cancellationToken.IsCancellationRequested)
        {
            var key = $"load-{Interlocked.Increment(ref _sent)}";
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests") { Content = JsonContent.Create(Load.Declaration(key)) };
                request.Headers.Add("Idempotency-Key", key);
                using var response = await http.SendAsync(request, cancellationToken);
                response.EnsureSuccessStatusCode();
                var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                _acknowledged[key] = answer.GetProperty("id").GetString()!;
            }
            catch (Exception e) when (e is HttpRequestException { StatusCode: null } or OperationCanceledException or IOException)
            {
                return;
            }
        }
    }

    private async Task WhenAcknowledgingAsync(Task load)
    {
        var before = _acknowledged.Count;
        while (_acknowledged.Count < before + Clients && !load.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private async Task WhenOutboxIsEmptyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (Query("SELECT count(*) FROM outbox", r => r.GetInt64(0)).Single() > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }

    private List<(string Id, List<StoredEvent> Events)> Streams() =>
    [
        .. Query(
            "SELECT request, sequence, type, version, json, hash FROM events ORDER BY request, sequence",
            r => (Id: r.GetString(0), Event: new StoredEvent(r.GetInt32(1), r.GetString(2), r.GetInt32(3), r.GetString(4), r.GetString(5))))
            .GroupBy(e => e.Id)
            .Select(g => (g.Key, g.Select(e => e.Event).ToList())),
    ];

    // In somebody's morning a digest is among them, which is of no one request.
    private Dictionary<string, int> Mails() => Directory.EnumerateFiles(Path.Combine(_data, "outbox"), "*.eml")
        .Select(f => File.ReadLines(f).First(l => l.StartsWith("Subject:", StringComparison.Ordinal)).Split("GAI-"))
        .Where(subject => subject.Length > 1)
        .CountBy(subject => $"GAI-{subject[1][..9]}")
        .ToDictionary(g => g.Key, g => g.Value);

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "approvals.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
