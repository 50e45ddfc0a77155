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
    public async Task A_database_of_the_first_version_finds_its_productions_and_approvers()
    {
        _folder.Database.Dispose();
        File.Delete(_folder.Options.Database);
        using (var session = new SqliteSession(_folder.Options.Database))
        {
            SqliteMigrations.Apply(session, upTo: 1);
            session.Execute(
                """
                INSERT INTO summaries (request, title, production, submitter, status, waiting_for, submitted_at, changed_at, search_text)
                VALUES (?1, 'Title', ' Été ', 'Ines', 'Deciding', 'Bob', 0, 0, '')
                """,
                Id(1).ToString());
            string[] events =
            [
                """{"event":{"ask":1,"candidate":{"person":{"id":"ada"}}}}""", """{"event":{"ask":2,"candidate":{"person":{"id":"bob"}}}}""",
                """{"event":{"ask":3,"candidate":{"person":{"id":"cleo"}}}}""", """{"event":{"ask":3}}""", """{"by":{"id":"ada"},"event":{"ask":1}}""", """{"event":{"ask":1}}""",
            ];
            string[] types = ["person-asked", "person-asked", "person-asked", "ask-retired", "decision-made", "ask-retired"];
            foreach (var (i, json) in events.Index())
                session.Execute("INSERT INTO events (request, sequence, type, version, json, hash) VALUES (?1, ?2, ?3, 1, ?4, '')", Id(1).ToString(), i + 1, types[i], json);
        }

        _folder.Reopen();
        var summary = Assert.Single((await _folder.Store.Summaries.ListAsync(new SummaryQuery(Production: "ÉTÉ", Approver: "bob"), 10, null, Token)).Items);

        Assert.Equal(["ada", "bob"], summary.Approvers);
    }

    [Theory]
    [InlineData(null, "Salt", "summaries_production (production_key=?")]
    [InlineData("ada", null, "PRIMARY KEY (person=?")]
    [InlineData("ada", "Salt", "PRIMARY KEY (person=?")]
    public async Task Lists_walk_along_an_index_and_sort_nothing(string? approver, string? production, string index)
    {
        var (sql, arguments) = SqliteSummaries.Page(new SummaryQuery(Approver: approver, Production: production), SummaryPosition.BeforeAll, 10);

        var plan = await _folder.Database.ReadAsync(
            session => session.Rows(row => row.GetString(3), $"EXPLAIN QUERY PLAN {sql}", [.. arguments]), Token);

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("ORDER BY", StringComparison.Ordinal));
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
