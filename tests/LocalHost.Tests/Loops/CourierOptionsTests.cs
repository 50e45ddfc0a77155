using LocalHost.Loops;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LocalHost.Tests.Loops;

public sealed class CourierOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() =>
        Assert.Equal(new CourierOptions().MaxAttempts, Read().MaxAttempts);

    [Fact]
    public void A_value_out_of_range_is_refused_by_the_name_of_its_setting()
    {
        var refusal = Assert.Throws<OptionsValidationException>(
            () => Read(("Courier:MaxAttempts", "0"), ("Courier:CircuitPause", "2.00:00:00")));

        Assert.Contains("Courier:MaxAttempts must", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Courier:CircuitPause must", refusal.Message, StringComparison.Ordinal);
    }

    private static CourierOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
            .Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLoops().BuildServiceProvider();
        return services.GetRequiredService<IOptions<CourierOptions>>().Value;
    }
}
