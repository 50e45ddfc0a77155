using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Demo;

/// <summary>The demo for Teams as a newcomer runs it.</summary>
public sealed partial class TeamsDemoSpecs
{
    [Fact]
    public async Task Demo_says_how_to_start_the_Playground_and_has_written_its_people()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "approvals.dll"), "demo", "--teams", "--exit", "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var demo = Process.Start(start)!;
        var errors = demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await demo.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await demo.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(demo.ExitCode == 0, $"{said}\n{await errors}");
        Assert.Matches("npx @microsoft/m365agentsplayground@[0-9.]+ start -e http://127.0.0.1:[0-9]+/api/messages -c msteams", said);
        var folder = Folder.Match(said).Groups[1].Value;
        using var people = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), TestContext.Current.CancellationToken));
        Assert.Equal("Tomas Oyelaran", people.RootElement.GetProperty("currentUser").GetProperty("name").GetString());
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("cd (\\S+) &&")]
    private static partial Regex Folder { get; }
}
