using Workflow.Core.Approval;

namespace Core.Tests.Approval;

public class KeyedLocksSpecs
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_key_lets_one_through_at_a_time()
    {
        var locks = new KeyedLocks<string>();
        var first = await locks.EnterAsync("a", Token);
        var second = locks.EnterAsync("a", Token);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Other_key_passes_by()
    {
        var locks = new KeyedLocks<string>();
        using var first = await locks.EnterAsync("a", Token);
        using var other = await locks.EnterAsync("b", Token);
        Assert.NotSame(first, other);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_turn_to_others()
    {
        var locks = new KeyedLocks<string>();
        using var impatience = new CancellationTokenSource();
        var first = await locks.EnterAsync("a", Token);
        var second = locks.EnterAsync("a", impatience.Token);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        (await locks.EnterAsync("a", Token)).Dispose();
    }

    [Fact]
    public async Task Key_can_be_used_again_and_again()
    {
        var locks = new KeyedLocks<string>();
        for (var i = 0; i < 3; i++)
        {
            (await locks.EnterAsync("a", Token)).Dispose();
        }
    }
}
