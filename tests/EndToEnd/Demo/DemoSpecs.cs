using System.Diagnostics;

namespace EndToEnd.Demo;

/// <summary>The demo as a newcomer runs it.</summary>
public sealed class DemoSpecs
{
    [Fact]
    public async Task Demo_plays_every_sample_to_its_expected_end_and_exits_with_zero()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "approvals.dll"), "demo", "--exit", "--port", "0" })
            start.ArgumentList.Add(argument);

        using var demo = Process.Start(start)!;
        var errors = demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var table = await demo.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await demo.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(demo.ExitCode == 0, $"{table}\n{await errors}");
        Assert.All(
            (string[])["acknowledged", "approved", "rejected", "expired", "withdrawn", "quarantined", "noted", "refused"],
            outcome => Assert.Contains(outcome, table, StringComparison.Ordinal));
        Assert.Contains("each with a record that verifies", table, StringComparison.Ordinal);
    }
}
