using System.Globalization;
using Workflow.Core.Approval;

namespace Core.Tests.Simulation;

/// <summary>One production year of a whole house, in virtual time. It runs alone: how long it takes is part of what it tells.</summary>
[Collection(nameof(Alone))]
public class YearTests(ITestOutputHelper output)
{
    private const int Requests = 2000;

    // Another year: APPROVALS_YEAR=7.
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("APPROVALS_YEAR") ?? "2026", CultureInfo.InvariantCulture);

    private static readonly Lazy<Task<Year>> Played = new(() => Year.PlayAsync(Seed, Requests));

    [Fact]
    public async Task Year_of_a_whole_house_ends_with_nothing_open_and_every_promise_kept()
    {
        var year = await Played.Value;
        output.WriteLine(year.Summary);
        Assert.Empty(year.Complaints);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Smaller_year_of_another_seed_keeps_every_promise(int seed) => Assert.Empty((await Year.PlayAsync(seed, 250)).Complaints);

    [Fact]
    public async Task Year_takes_less_than_a_minute() => Assert.InRange((await Played.Value).Took, TimeSpan.Zero, TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Year_sees_everything_that_can_happen() =>
        Assert.Empty(typeof(Event).GetNestedTypes().Select(t => t.Name).Except((await Played.Value).Seen));

    [Fact]
    public async Task Same_seed_tells_the_same_year() =>
        Assert.Equal((await Played.Value).Summary, (await Year.PlayAsync(Seed, Requests)).Summary);
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
