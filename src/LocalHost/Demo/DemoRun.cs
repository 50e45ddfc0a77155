using System.Text.Json.Nodes;
using LocalHost.Commands;
using LocalHost.Loops;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>
/// Weeks of work in seconds: every sample is sent over HTTP, everybody acts through the pages, and between two of
/// their steps the clock is put forward to the next thing that is due.
/// </summary>
internal sealed class DemoRun(WebApplication app, DemoClock clock, Uri address, string intakeKey)
{
    // People take a while to get to their mails; too short for anybody's reminder.
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMinutes(95);

    private readonly ApprovalDesk _desk = app.Services.GetRequiredService<ApprovalDesk>();
    private readonly IAlarms _alarms = app.Services.GetRequiredService<IAlarms>();
    private readonly StoreSignals _signals = app.Services.GetRequiredService<StoreSignals>();
    private readonly LoopActivity _activity = app.Services.GetRequiredService<LoopActivity>();

    /// <summary>Plays it to the end.</summary>
    /// <returns>What became of each sample, in the order of their names.</returns>
    public async Task<IReadOnlyList<Case>> PlayAsync(string samples, CancellationToken cancellationToken)
    {
        var cases = new List<Case>();
        foreach (var file in Directory.EnumerateFiles(samples).Where(f => Path.GetExtension(f) is ".eml" or ".json").Order(StringComparer.Ordinal))
        {
            cases.Add(await SendAsync(file, cancellationToken));
        }

        var parts = cases.Where(c => c.Id is not null).ToDictionary(c => c.Id!.Value, c => c.Part);
        var mailboxes = new Mailboxes(app.Services.GetRequiredService<IDevMailbox>());
        using var players = new Players(mailboxes, parts, Path.Combine(samples, "consents"), new SocketsHttpHandler());
        await LiveAsync(players, cases, cancellationToken);
        return await StandingAsync(cases, cancellationToken);
    }

    /// <summary>Sends one file as its sender would.</summary>
    public async Task<Case> SendAsync(string file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        var part = Script.Parts.TryGetValue(name, out var known) ? known : new Part(name, "deciding");
        using var http = new HttpClient { BaseAddress = address };
        using var request = SubmitCommand.Request(Path.GetExtension(file), await File.ReadAllBytesAsync(file, cancellationToken), intakeKey);
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        return answer["id"]?.GetValue<string>() is { } id
            ? new Case(part, RequestId.Parse(id, null), "")
            : new Case(part, null, Reason(answer)) { Status = response.IsSuccessStatusCode ? answer["status"]!.GetValue<string>() : "refused" };
    }

    // Each with its request as it is now.
    private async Task<IReadOnlyList<Case>> StandingAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        var standing = new List<Case>();
        foreach (var c in cases)
        {
            standing.Add(c.Id is { } id ? c with { Request = await _desk.FindAsync(id, cancellationToken) } : c);
        }

        return standing;
    }

    // Until everything is decided; what time brings to approvals later is left to whoever goes on with the server.
    private async Task LiveAsync(Players players, IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _activity.WhenIdleAsync(cancellationToken);
            JumpTo(clock.GetUtcNow() + ReadingTime);
            await _activity.WhenIdleAsync(cancellationToken);
            if (await players.ActAsync(cancellationToken))
            {
                continue;
            }

            var standing = await StandingAsync(cases, cancellationToken);
            if (standing.All(c => c.Request?.Outcome is not null || c.Id is null) || await _alarms.NextDueAsync(cancellationToken) is not { } due)
            {
                return;
            }

            JumpTo(due);
        }
    }

    // The loops wait in real time; they are told that it has got later.
    private void JumpTo(DateTimeOffset instant)
    {
        clock.JumpTo(instant);
        _signals.Effects.Poke();
        _signals.Alarms.Poke();
    }

    private static string Reason(JsonObject answer) => answer["errors"] is JsonObject errors
        ? string.Join("; ", errors.Select(e => e.Key))
        : (answer["reason"] ?? answer["title"])?.GetValue<string>() ?? answer.ToJsonString();
}
