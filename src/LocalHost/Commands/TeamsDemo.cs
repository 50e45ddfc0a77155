using System.Security.Cryptography;
using LocalHost.Demo;
using LocalHost.Serving;
using Spectre.Console;
using Workflow.Adapters.Files;

namespace LocalHost.Commands;

/// <summary><c>approvals demo --teams</c>: a fresh installation that asks people in the Agents Playground.</summary>
internal static class TeamsDemo
{
    // The built-in directory asks him about Orbital Winter, and so does the sample.
    private const string User = "tomas-oyelaran";

    /// <summary>Starts it and says how to start the Playground.</summary>
    /// <param name="exit">Whether to stop at once.</param>
    /// <param name="address">Where to listen.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> RunAsync(bool exit, Uri address, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("approvals-teams-").FullName;
        var playground = new Playground(FreePort.Find(), address);
        var directory = DirectoryFile.Read(Path.Combine(AppContext.BaseDirectory, "policies", "directory.yaml")).Directory!;
        await File.WriteAllTextAsync(Path.Combine(data, Playground.FileName), Playground.PeopleFor(directory, User), cancellationToken);

        var adminKey = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var settings = new Dictionary<string, string?>(playground.Settings)
        {
            ["Urls"] = address.ToString(),
            ["Site:BaseUrl"] = address.ToString(),
            ["Storage:Path"] = data,
            ["Admin:Key"] = adminKey,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        await using var app = await Launch.StartAsync(() => LocalServer.Build(settings, environment: Environments.Development), cancellationToken);
        if (app is null)
        {
            return ExitCode.Failed;
        }

        var name = directory.People[User].Person.Name;
        AnsiConsole.MarkupLine($"Approvals listens on [bold]{address}[/] and asks people in Teams, which the Agents Playground plays.");
        AnsiConsole.MarkupLine($"1. Start it in another terminal (npm fetches it, under Microsoft's pre-release terms); you are {Markup.Escape(name)} there:");
        Console.WriteLine($"   cd {data} && npx {Playground.Package} {string.Join(' ', playground.Arguments)}");
        AnsiConsole.MarkupLine("2. When its page is open, declare something that he is asked about, and look at his chat:");
        Console.WriteLine($"   dotnet run --project src/LocalHost -- submit samples/05-review-temp-score.json --url {address}");
        AnsiConsole.MarkupLine($"   or fill in [bold]{address}declare[/] for Orbital Winter. Write “help” to the bot to see what else it can do.");
        AnsiConsole.MarkupLine($"Whoever is not there is asked by mail: [bold]{address}dev/mailbox[/]   The admin's pages: [bold]{address}manage[/]   key: [bold]{adminKey}[/]");
        AnsiConsole.MarkupLine("Ctrl+C ends it.");
        if (!exit)
        {
            await app.WaitForShutdownAsync(cancellationToken);
        }

        await app.StopAsync(CancellationToken.None);
        return ExitCode.Fine;
    }
}
