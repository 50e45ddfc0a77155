using System.Diagnostics;

namespace Web.Tests.Teams.Cards;

/// <summary>The golden cards in the official JavaScript library: <c>eng/cards/check.mjs</c>.</summary>
public sealed class OfficialRendererTests
{
    private const string MustBeThere = "APPROVALS_CI";

    [Fact]
    public async Task Every_card_is_parsed_and_rendered_without_a_warning()
    {
        if (Script() is not { } script)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable(MustBeThere) == "1", "The adaptivecards library is not here: bash .ci/setup installs it.");
            Assert.Fail($"{MustBeThere}=1 says that eng/node_modules/adaptivecards is there, and it is not.");
            return;
        }

        using var node = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { script, Path.Combine(AppContext.BaseDirectory, "Teams", "Cards", "Golden") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, string.Concat(said));
        Assert.Equal($"{2 * Gallery.Names.Count} cards", said[0].Trim());
    }

    private static string? Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var eng = Path.Combine(folder.FullName, "eng");
            if (Directory.Exists(Path.Combine(eng, "node_modules", "adaptivecards")))
                return Path.Combine(eng, "cards", "check.mjs");
        }

        return null;
    }
}
