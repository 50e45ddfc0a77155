using System.ComponentModel.DataAnnotations;
using Functions.Administration;
using Functions.Tests.House;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Functions.Tests.Administration;

public sealed class HousekeepingSpecs
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instance_over_for_longer_than_the_retention_is_purged_at_night()
    {
        var world = World.Submitted();
        world.RunToTheEnd();
        world.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));

        await KeeperOf(world).RunAsync(new TimerInfo(), world.Hub, Token);

        Assert.Null(await world.Hub.GetInstanceAsync(World.Id.ToString(), false, Token));
    }

    [Fact]
    public async Task Instance_made_long_ago_and_over_since_yesterday_is_kept()
    {
        var world = World.Submitted();
        world.Run();
        world.Clock.Advance(TimeSpan.FromDays(100));
        world.RunToTheEnd();
        world.Clock.Advance(TimeSpan.FromDays(1));

        await KeeperOf(world).RunAsync(new TimerInfo(), world.Hub, Token);

        Assert.NotNull(await world.Hub.GetInstanceAsync(World.Id.ToString(), false, Token));
    }

    [Fact]
    public async Task Instance_of_an_open_request_is_never_purged()
    {
        var world = World.Submitted();
        world.Run();
        world.Clock.Advance(TimeSpan.FromDays(1000));

        await KeeperOf(world).RunAsync(new TimerInfo(), world.Hub, Token);

        Assert.True(world.Instance.IsAlive);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3660, true)]
    [InlineData(4000, false)]
    public void Retention_is_a_day_at_least_and_its_refusal_names_the_setting(int days, bool isRight)
    {
        var options = new HousekeepingOptions { Retention = TimeSpan.FromDays(days) };
        var results = new List<ValidationResult>();

        Assert.Equal(isRight, Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true));
        Assert.All(results, r => Assert.StartsWith("Housekeeping:Retention", r.ErrorMessage, StringComparison.Ordinal));
    }

    private static Housekeeping KeeperOf(World world) =>
        new(new OptionsWrapper<HousekeepingOptions>(new HousekeepingOptions()), world.Clock, NullLogger<Housekeeping>.Instance);
}
