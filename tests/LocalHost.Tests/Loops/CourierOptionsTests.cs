using LocalHost.Loops;
using Microsoft.Extensions.Options;

namespace LocalHost.Tests.Loops;

public sealed class CourierOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() =>
        Assert.True(new CourierOptionsValidator().Validate(null, new CourierOptions()).Succeeded);

    [Fact]
    public void A_value_out_of_range_is_refused_by_the_name_of_its_setting()
    {
        var result = new CourierOptionsValidator().Validate(
            null, new CourierOptions { MaxAttempts = 0, CircuitPause = TimeSpan.FromDays(2) });

        Assert.True(result.Failed);
        Assert.Contains("Courier:MaxAttempts", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Courier:CircuitPause", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loops_do_not_start_with_a_setting_that_is_refused()
    {
        await using var loops = new LoopFixture(("Courier:Parallelism", "0"));

        await Assert.ThrowsAsync<OptionsValidationException>(loops.StartAsync);
    }
}
