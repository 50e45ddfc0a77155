using System.CommandLine;
using LocalHost.Serving;

namespace LocalHost.Commands;

/// <summary><c>approvals serve</c>: the server, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "The data folder. Default: the setting Storage:Path, else ./data." };
        var urls = new Option<string?>("--urls") { Description = "Where to listen, such as http://127.0.0.1:5080." };
        var command = new Command("serve", "Run the server. This is also what happens without a command.") { data, urls };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(data), parsed.GetValue(urls), cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(string? data, string? urls, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>();
        if (data is not null)
        {
            settings["Storage:Path"] = data;
        }

        if (urls is not null)
        {
            settings["Urls"] = urls;
            settings["Site:BaseUrl"] = urls.Split(';')[0];
        }

        await using var app = await Launch.StartAsync(() => LocalServer.Build(settings), cancellationToken);
        if (app is null)
        {
            return ExitCode.Failed;
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return LocalServer.HasBroken(app) ? ExitCode.Failed : ExitCode.Fine;
    }
}
