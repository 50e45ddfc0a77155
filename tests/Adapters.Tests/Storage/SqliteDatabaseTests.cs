using CsCheck;
using Microsoft.Data.Sqlite;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

/// <summary>What is particular to SQLite: durability, immutability, migrations, searching with anything typed.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        await _folder.Events.AppendAsync(
            Append(Id(1), effects: [new Effect.Classify(1)], due: Noon, summary: Summary(Id(1))), Token);

        _folder.Reopen();

        Assert.Equal([Event(1)], await _folder.Events.LoadAsync(Id(1), Token));
        Assert.Single(await _folder.Outbox.DueAsync(Noon, 10, Token));
        Assert.Equal(Noon, await _folder.Store.Alarms.NextDueAsync(Token));
        Assert.Single((await _folder.Store.Summaries.ListAsync(new SummaryQuery(Search: "quay"), 10, null, Token)).Items);
    }

    [Fact]
    public async Task A_commit_is_written_ahead_and_flushed()
    {
        var settings = await _folder.Database.Writer.RunAsync(
            session => (
                session.Rows(row => row.GetString(0), "PRAGMA journal_mode").Single(),
                session.Number("PRAGMA synchronous"),
                session.Number("PRAGMA foreign_keys"),
                session.Number("PRAGMA busy_timeout")),
            Token);

        Assert.Equal(("wal", 2, 1, 5000), settings);
    }

    [Theory]
    [InlineData("UPDATE events SET json = '{}'")]
    [InlineData("DELETE FROM events")]
    [InlineData("INSERT OR REPLACE INTO events (request, sequence, type, version, json, hash) SELECT request, sequence, type, version, '{}', hash FROM events")]
    [InlineData("INSERT INTO events (request, sequence, type, version, json, hash) SELECT request, 7, type, version, json, hash FROM events")]
    public async Task Events_can_be_neither_changed_nor_deleted_nor_left_out(string sql)
    {
        await _folder.Events.AppendAsync(Append(Id(1)), Token);

        await Assert.ThrowsAsync<SqliteException>(() => _folder.Database.Writer.RunAsync(s => s.Execute(sql), Token));

        Assert.Equal([Event(1)], await _folder.Events.LoadAsync(Id(1), Token));
    }

    [Fact]
    public async Task Readers_cannot_write() =>
        await Assert.ThrowsAsync<SqliteException>(
            () => _folder.Database.ReadAsync(session => session.Execute("DELETE FROM alarms"), Token));

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_opened()
    {
        await _folder.Database.ReadAsync(session => session.Number("PRAGMA user_version"), Token);
        _folder.Database.Dispose();
        using (var session = new SqliteSession(_folder.Options.Database))
            session.RunScript("PRAGMA user_version = 99");

        var refusal = Assert.Throws<InvalidOperationException>(_folder.Reopen);

        Assert.Contains("version 99", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_survives_anything_typed()
    {
        await _folder.Events.AppendAsync(Append(Id(1), summary: Summary(Id(1), searchText: "fog ΔΩ 漢字 e\u0301")), Token);
        string[] awkward =
        [
            "\"", "\"\"", "'", "*", "fog*", "NEAR(fog, quay)", "title:fog", "fog AND", "OR", "NOT NOT", "(", ")", "-fog", "^fog",
            "\0", "fog\0quay", "\ud800", "\u0301", "\u202efog", "漢", "😀", "%", "_", ";DROP TABLE events", new string('a', 10_000),
            string.Join(' ', Enumerable.Repeat("fog", 500)),
        ];

        var genAwkward = Gen.Int[0, awkward.Length - 1].Select(i => awkward[i]);
        await Gen.OneOf(Gen.String, genAwkward, genAwkward.Array[1, 5].Select(several => string.Join(' ', several)))
            .SampleAsync(
                async typed => await _folder.Store.Summaries.ListAsync(new SummaryQuery(Search: typed), 10, null, Token),
                iter: 2_000);
    }
}
