using System.CommandLine;
using System.Security.Cryptography;
using LocalHost.Demo;
using LocalHost.Serving;
using Spectre.Console;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Command = System.CommandLine.Command;

namespace LocalHost.Commands;

/// <summary><c>approvals demo</c>: a fresh installation in a temporary folder, six weeks of work on real-looking samples.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(56);

    public static Command Create()
    {
        var exit = new Option<bool>("--exit") { Description = "Stop at the end instead of leaving the pages open. Exit code 1 when a sample did not end as expected." };
        var port = new Option<int>("--port") { Description = "Where to listen on this machine; 0 for any free port.", DefaultValueFactory = _ => 5080 };
        var teams = new Option<bool>("--teams") { Description = "Play nothing: ask people in the Agents Playground instead, a Teams without a tenant, and say how to start it." };
        var command = new Command("demo", "Play everything in samples/ through a fresh server, with people who decide, ask, and never answer.") { exit, port, teams };
        command.SetAction((parsed, cancellationToken) =>
        {
            var address = AddressOf(parsed.GetRequiredValue(port));
            return parsed.GetRequiredValue(teams)
                ? TeamsDemo.RunAsync(parsed.GetRequiredValue(exit), address, cancellationToken)
                : RunAsync(parsed.GetRequiredValue(exit), address, cancellationToken);
        });
        return command;
    }

    private static Uri AddressOf(int port) => new($"http://127.0.0.1:{(port == 0 ? FreePort.Find() : port)}");

    private static async Task<int> RunAsync(bool exit, Uri address, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("approvals-demo-").FullName;
        var adminKey = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var intakeKey = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var clock = new DemoClock(MondayMorning(TimeProvider.System.GetUtcNow() - Past));
        var settings = new Dictionary<string, string?>
        {
            ["Urls"] = address.ToString(),
            ["Site:BaseUrl"] = address.ToString(),
            ["Storage:Path"] = data,
            ["Admin:Key"] = adminKey,
            ["Intake:Key"] = intakeKey,
            ["Mail:Receiver"] = "mx.streamer.example",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        await using var app = await Launch.StartAsync(() => LocalServer.Build(settings, clock, Environments.Development), cancellationToken);
        if (app is null)
        {
            return ExitCode.Failed;
        }

        Wide.IfRedirected();

        AnsiConsole.MarkupLine($"The demo plays on [bold]{address}[/] with its data in {Markup.Escape(data)}.");
        var run = new DemoRun(app, clock, address, intakeKey);
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        var cases = await run.PlayAsync(samples, cancellationToken);
        AnsiConsole.Write(DemoTable.Of(cases));
        var records = await ShowRecordAsync(app, cases, data, cancellationToken);

        var asExpected = cases.Count >= Script.Parts.Count && cases.All(c => c.IsAsExpected) && records;
        if (!exit)
        {
            clock.JumpTo(TimeProvider.System.GetUtcNow());
            ShowWhereToLook(address, adminKey);
            await app.WaitForShutdownAsync(cancellationToken);
        }

        await app.StopAsync(CancellationToken.None);
        return asExpected ? ExitCode.Fine : ExitCode.No;
    }

    private static async Task<bool> ShowRecordAsync(WebApplication app, IReadOnlyList<Case> cases, string data, CancellationToken cancellationToken)
    {
        var approved = cases.Where(c => c.Request?.Outcome?.Kind == OutcomeKind.Approved).ToList();
        var keys = app.Services.GetRequiredService<RecordKeys>();
        foreach (var c in approved)
        {
            if (c.Request!.RecordHash is not { } hash
                || await app.Services.GetRequiredService<IBlobs>().OpenAsync(hash, cancellationToken) is not { } content)
            {
                AnsiConsole.MarkupLine($"[red]The record of {c.Id} is missing.[/]");
                return false;
            }

            await using (content)
            {
                using var copy = new MemoryStream();
                await content.CopyToAsync(copy, cancellationToken);
                if (RecordVerifier.Verify(copy.ToArray(), keys) is not Verification.Genuine)
                {
                    AnsiConsole.MarkupLine($"[red]The record of {c.Id} is not genuine.[/]");
                    return false;
                }

                if (c.Part.IsWritten)
                {
                    var file = Path.Combine(data, $"{c.Id}.pdf");
                    await File.WriteAllBytesAsync(file, copy.ToArray(), cancellationToken);
                    AnsiConsole.MarkupLine($"Record of [bold]{c.Id}[/]: {Markup.Escape(file)}");
                }
            }
        }

        AnsiConsole.MarkupLine($"{approved.Count} approvals, each with a record that verifies. Check one yourself:");
        AnsiConsole.MarkupLine(Markup.Escape($"  dotnet run --project src/LocalHost -- record verify {Path.Combine(data, "GAI-….pdf")} --data {data}"));
        return approved.Count > 0;
    }

    private static void ShowWhereToLook(Uri address, string adminKey)
    {
        AnsiConsole.Write(new Rule());
        AnsiConsole.MarkupLine($"Declare a use        [bold]{address}declare[/]");
        AnsiConsole.MarkupLine($"Everybody's mail     [bold]{address}dev/mailbox[/]   (decide what you declared from here)");
        AnsiConsole.MarkupLine($"The admin's pages    [bold]{address}manage[/]   key: [bold]{adminKey}[/]");
        AnsiConsole.MarkupLine("Ctrl+C ends it.");
    }

    private static DateTimeOffset MondayMorning(DateTimeOffset near)
    {
        var monday = near.Date.AddDays(-(((int)near.DayOfWeek + 6) % 7));
        return new DateTimeOffset(monday.AddHours(9), TimeSpan.Zero);
    }
}
