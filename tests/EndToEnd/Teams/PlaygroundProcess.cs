using System.Diagnostics;
using System.Net.Http.Json;
using LocalHost.Demo;
using LocalHost.Serving;
using Workflow.Adapters.Files;

namespace EndToEnd.Teams;

/// <summary>The real Agents Playground, as a process of its own on a free port.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string MustBeThere = "APPROVALS_CI";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-playground-");
    private readonly HttpClient _http = new();
    private Process? _process;

    public PlaygroundProcess(Uri bot) => Playground = new Playground(FreePort.Find(), bot);

    public Playground Playground { get; }

    public Uri Address => new($"http://127.0.0.1:{Playground.Port}/");

    /// <summary>Where npm has put it; without it the calling test is skipped, or fails where it must be there.</summary>
    public static string Program
    {
        get
        {
            const string reason = "No Agents Playground: run .ci/setup to test the bot against a real client.";
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var program = Path.Combine(folder.FullName, "eng", "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
                if (File.Exists(program))
                    return program;
            }

            Assert.SkipWhen(Environment.GetEnvironmentVariable(MustBeThere) is null, reason);
            throw new InvalidOperationException(reason);
        }
    }

    /// <summary>Starts it for a person of the built-in directory, and waits until it answers. The bot must listen already.</summary>
    public async Task StartAsync(string user)
    {
        var directory = DirectoryFile.Read(Path.Combine(AppContext.BaseDirectory, "policies", "directory.yaml")).Directory!;
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, Playground.FileName), Playground.PeopleFor(directory, user));
        var start = new ProcessStartInfo("node", [Program, .. Playground.Arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Browser.Patience.UntilAsync(IsUpAsync);
    }

    /// <summary>Has it forward an activity as it is, as if somebody else had done something in Teams.</summary>
    public async Task ForwardAsync(object activity)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(Address, "_internal/v1/customActivities"), activity);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            return await _http.GetStringAsync(new Uri(Address, "_debug/ping")) == "pong";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
