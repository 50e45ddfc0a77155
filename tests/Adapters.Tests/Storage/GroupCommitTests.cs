using Microsoft.Data.Sqlite;
using Workflow.Core.Approval;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

public sealed class GroupCommitTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Appends_that_wait_together_share_a_commit()
    {
        var before = _folder.Database.Writer.Commits;
        using var release = new ManualResetEventSlim();
        var held = HoldWriter(release);

        var appends = Enumerable.Range(1, 100).Select(i => _folder.Events.AppendAsync(Append(Id(i)), Token)).ToList();
        release.Set();
        await held;

        Assert.All(await Task.WhenAll(appends), Assert.True);
        Assert.InRange(_folder.Database.Writer.Commits - before, 2, 3);
    }

    [Fact]
    public async Task A_conflict_and_a_violation_fail_alone()
    {
        await _folder.Events.AppendAsync(Append(Id(1), effects: [new Effect.Classify(1)]), Token);
        using var release = new ManualResetEventSlim();
        var held = HoldWriter(release);

        var before = _folder.Events.AppendAsync(Append(Id(2)), Token);
        var conflict = _folder.Events.AppendAsync(Append(Id(1)), Token);
        // The same effect key a second time: refused by the table after events of the same write were inserted.
        var violation = _folder.Events.AppendAsync(
            Append(Id(3)) with { Effects = [Effect(Id(1), 1, new Effect.Classify(1))] }, Token);
        var after = _folder.Events.AppendAsync(Append(Id(4)), Token);
        release.Set();
        await held;

        Assert.True(await before);
        Assert.False(await conflict);
        await Assert.ThrowsAsync<SqliteException>(() => violation);
        Assert.True(await after);
        Assert.Empty(await _folder.Events.LoadAsync(Id(3), Token));
        Assert.Single(await _folder.Events.LoadAsync(Id(4), Token));
    }

    [Fact]
    public async Task A_transaction_that_is_lost_fails_all_its_writes_and_the_next_one_succeeds()
    {
        using var release = new ManualResetEventSlim();
        var held = HoldWriter(release);

        var append = _folder.Events.AppendAsync(Append(Id(1)), Token);
        // What SQLite does by itself when the disk is full.
        var lost = _folder.Database.Writer.RunAsync<int>(
            session =>
            {
                session.Execute("ROLLBACK");
                throw new IOException("disk full");
            },
            Token);
        release.Set();
        await held;

        await Assert.ThrowsAnyAsync<Exception>(() => append);
        await Assert.ThrowsAnyAsync<Exception>(() => lost);
        Assert.Empty(await _folder.Events.LoadAsync(Id(1), Token));
        Assert.True(await _folder.Events.AppendAsync(Append(Id(1)), Token));
    }

    [Fact]
    public async Task A_write_given_up_while_it_waits_is_not_made()
    {
        using var release = new ManualResetEventSlim();
        using var gaveUp = new CancellationTokenSource();
        var held = HoldWriter(release);

        var append = _folder.Events.AppendAsync(Append(Id(1)), gaveUp.Token);
        await gaveUp.CancelAsync();
        release.Set();
        await held;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
        Assert.Empty(await _folder.Events.LoadAsync(Id(1), Token));
    }

    [Fact]
    public async Task What_is_queued_at_the_end_is_still_stored()
    {
        var appends = Enumerable.Range(1, 50).Select(i => _folder.Events.AppendAsync(Append(Id(i)), Token)).ToList();

        _folder.Reopen();

        Assert.All(await Task.WhenAll(appends), Assert.True);
        Assert.Single(await _folder.Events.LoadAsync(Id(50), Token));
    }

    [Fact]
    public async Task A_commit_with_effects_or_a_due_time_pokes_its_loop()
    {
        await _folder.Events.AppendAsync(Append(Id(1), effects: [new Effect.Classify(1)], due: Noon), Token);

        Assert.True(_folder.Signals.Effects.IsPoked);
        Assert.True(_folder.Signals.Alarms.IsPoked);
    }

    // Keeps the writer busy in a batch of its own, so that what follows is queued together.
    private Task<bool> HoldWriter(ManualResetEventSlim release)
    {
        var begun = new TaskCompletionSource();
        var held = _folder.Database.Writer.RunAsync(
            _ =>
            {
                begun.SetResult();
                release.Wait(Token);
                return true;
            },
            Token);
        begun.Task.GetAwaiter().GetResult();
        return held;
    }
}
