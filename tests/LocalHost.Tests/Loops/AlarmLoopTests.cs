using Workflow.Core.Approval;
using Workflow.Core.People;
using static LocalHost.Tests.Loops.LoopFixture;

namespace LocalHost.Tests.Loops;

public sealed class AlarmLoopTests
{
    [Fact]
    public async Task A_request_is_woken_when_its_instant_has_come_and_not_before()
    {
        await using var loops = new LoopFixture();
        loops.Desk.OnWake = id => loops.Desk.RemindAsync(id, null);
        await loops.CauseAsync(Id(1), Noon.AddHours(1));
        await loops.CauseAsync(Id(2), Noon);

        await loops.StartAsync();
        await loops.IdleAsync();
        Assert.Equal([Id(2)], loops.Desk.Wakes.Select(w => w.Id));

        loops.Clock.Advance(TimeSpan.FromHours(1));
        await loops.IdleAsync();
        Assert.Equal([Id(2), Id(1)], loops.Desk.Wakes.Select(w => w.Id));
        Assert.All(loops.Desk.Wakes, w => Assert.Equal(Actor.System, w.Wake.Stamp.By));
        Assert.Equal(Noon.AddHours(1), loops.Desk.Wakes[1].Wake.Stamp.At);
    }

    [Fact]
    public async Task A_clock_that_jumped_far_makes_up_for_every_step_each_with_a_command_of_its_own()
    {
        await using var loops = new LoopFixture();
        var steps = 5;
        loops.Desk.OnWake = id => loops.Desk.RemindAsync(id, steps-- > 1 ? Noon : null, new Effect.Remind(1));
        await loops.CauseAsync(Id(1), Noon);

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.Equal(5, loops.Desk.Wakes.Select(w => w.Wake.Stamp.CommandId).Distinct().Count());
        Assert.Equal(5, loops.Carrier.Attempts.Count);
    }

    [Fact]
    public async Task Weeks_pass_in_jumps_and_nothing_is_missed()
    {
        await using var loops = new LoopFixture();
        loops.Desk.OnWake = id => loops.Desk.RemindAsync(id, loops.Clock.GetUtcNow().AddDays(1), new Effect.Remind(1));
        for (var i = 1; i <= 5; i++)
            await loops.CauseAsync(Id(i), Noon.AddHours(i));
        await loops.StartAsync();

        for (var day = 1; day <= 21; day++)
        {
            loops.Clock.Advance(TimeSpan.FromDays(1));
            await loops.IdleAsync();
        }

        Assert.Equal(5 * 21, loops.Desk.Wakes.Count);
        Assert.Equal(5 * 21, loops.Carrier.Attempts.Count);
    }

    [Fact]
    public async Task A_request_that_cannot_be_woken_is_left_alone_for_a_while_and_holds_up_no_other()
    {
        await using var loops = new LoopFixture();
        var broken = true;
        loops.Desk.OnWake = id => broken && id == Id(1) ? throw new IOException() : loops.Desk.RemindAsync(id, null);
        await loops.CauseAsync(Id(1), Noon);
        await loops.CauseAsync(Id(2), Noon);

        await loops.StartAsync();
        while (loops.Desk.Wakes.Count < 2 || !loops.Logs.Lines.Any(line => line.Text.Contains("could not be woken", StringComparison.Ordinal)))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);

        broken = false;
        loops.Clock.Advance(TimeSpan.FromSeconds(1));
        await loops.IdleAsync();
        Assert.Equal(2, loops.Desk.Wakes.Count(w => w.Id == Id(1)));
        Assert.Equal(1, loops.Desk.Wakes.Count(w => w.Id == Id(2)));
    }

    [Fact]
    public async Task A_wake_that_changes_nothing_does_not_keep_the_loop_spinning()
    {
        await using var loops = new LoopFixture();
        await loops.CauseAsync(Id(1), Noon);
        await loops.StartAsync();

        // Two more looks of the loop, shown by a neighbour's wakes, and still it was woken once.
        for (var i = 2; i <= 3; i++)
        {
            var woken = new TaskCompletionSource();
            loops.Desk.OnWake = async id =>
            {
                if (id == Id(1))
                    return new DeskAnswer(new Verdict.Accepted([]), null);
                var answer = await loops.Desk.RemindAsync(id, null);
                woken.SetResult();
                return answer;
            };
            await loops.CauseAsync(Id(i), Noon);
            await woken.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Single(loops.Desk.Wakes, w => w.Id == Id(1));
    }
}
