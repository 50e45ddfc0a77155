using System.Collections.Concurrent;
using CsCheck;
using Functions.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Records;

namespace Functions.Tests.Orchestration;

/// <summary>What holds however machines die, events repeat or vanish, timers err, activities fail and admins suspend, terminate and purge.</summary>
public sealed class HistoryProperties
{
    private const int Histories = 10_000;

    [Fact]
    public void Random_history_ends_in_the_stream_of_the_desk_with_every_effect_done_once_by_its_key()
    {
        var seen = new ConcurrentDictionary<string, int>();
        RandomHistory.Any.Sample(
            history =>
            {
                var world = history.Play();
                EndsAsTheDesk(world);
                LosesNoEffect(world);
                SendsEachUnderItsKey(world);
                ReplaysFromEveryPrefix(world);
                Count(seen, world);
            },
            iter: Histories,
            print: history => $"{history.Tier}: {string.Join(", ", history.Moves)}");

        // The histories are only worth something if they go everywhere.
        string[] expected =
        [
            "Approved", "Rejected", "Expired", "Withdrawn", "Acknowledged", "dead letters", "sent again", "started again", "started anew", "replayed",
        ];
        Assert.Empty(expected.Where(e => seen.GetValueOrDefault(e) < 10).Select(e => $"{e}: {seen.GetValueOrDefault(e)}"));
    }

    private static void EndsAsTheDesk(World world)
    {
        var stored = world.Store.LoadAsync(World.Id, CancellationToken.None).GetAwaiter().GetResult();
        var store = new MemoryStore();
        var desk = World.NewDesk(store);
        foreach (var command in stored.Select(EventCodec.Decode).Select(world.Log.Of).Distinct())
            desk.HandleAsync(World.Id, command, CancellationToken.None).GetAwaiter().GetResult();

        var expected = store.LoadAsync(World.Id, CancellationToken.None).GetAwaiter().GetResult();
        Assert.Equal(expected, stored);
        Assert.Null(AuditChain.FirstBreak(World.Id.ToString(), stored));
    }

    private static void LosesNoEffect(World world)
    {
        var done = world.Carrier.Sent.Select(e => e.Key).ToHashSet();
        var dead = world.Store.Outbox.Select(item => item.Effect.Key).ToHashSet();
        Assert.All(world.Store.Outbox, item => Assert.True(item.IsDead));
        Assert.DoesNotContain(world.Store.Caused.Keys, key => !done.Contains(key) && !dead.Contains(key));
    }

    private static void SendsEachUnderItsKey(World world) =>
        Assert.All(world.Carrier.Sent, e => Assert.Equal(world.Store.Caused[e.Key], e.Effect));

    private static void ReplaysFromEveryPrefix(World world) =>
        Assert.All(world.Hub.Executions, e => e.ReplayEveryPrefix());

    private static void Count(ConcurrentDictionary<string, int> seen, World world)
    {
        string[] what =
        [
            world.State.Outcome!.Kind.ToString(),
            .. When(world.Store.Outbox.Count > 0, "dead letters"),
            .. When(world.Carrier.Sent.Count > world.Carrier.Sent.Distinct().Count(), "sent again"),
            .. When(world.Hub.Starts > 1, "started again"),
            .. When(world.Hub.Renewals > 0, "started anew"),
            .. When(world.Hub.Restarts > 0, "replayed"),
        ];
        foreach (var one in what)
            seen.AddOrUpdate(one, 1, (_, n) => n + 1);
    }

    private static string[] When(bool holds, string what) => holds ? [what] : [];
}
