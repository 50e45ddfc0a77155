using System.Text.Json;
using Functions.Orchestration;
using Functions.Tests.Durable;
using Functions.Tests.House;
using Functions.Tests.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Functions.Tests.Life;

/// <summary>
/// What Program.cs composes, over the storage emulator: people reach it through its triggers, and between their steps the
/// orchestrator runs on a task hub in memory. Everything that happens is noted.
/// </summary>
internal sealed class FunctionsInstallation : Installation
{
    // People take a while to get to their mails; too short for anybody's reminder.
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMinutes(95);

    private static int _made;

    private readonly Activities _activities;

    public FunctionsInstallation(SteadySigner signer, string storage)
    {
        Hub = new Hub(ApprovalOrchestrator.RunAsync, ActivityAsync, Clock);
        Open(
            signer,
            new Dictionary<string, string?>
            {
                ["AzureStorage:ConnectionString"] = storage,
                ["AzureStorage:Prefix"] = $"life{Interlocked.Increment(ref _made)}x{Environment.ProcessId}",
                ["KeyVault:RecordKey"] = "https://records.vault.example/keys/record-signing",
                ["LinkKeys:KeyRing"] = "https://records.blob.core.windows.net/link-keys/key-ring.xml",
                ["LinkKeys:WrappingKey"] = "https://records.vault.example/keys/links",
                ["Mail:Smtp:Host"] = "smtp.studio.example",
            },
            (services, configuration) => services.AddApprovals(configuration),
            routes => TriggerSite.Map(routes, Hub));
        _activities = new Activities(Make<EffectActivities>(), Make<ClockActivities>());
    }

    public Hub Hub { get; }

    public Journal Journal { get; } = new();

    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    /// <summary>Sends a sample and lets its people and the clock go on until nothing more will ever happen.</summary>
    public async Task LiveAsync(string sample)
    {
        Journal.Note(Clock.GetUtcNow(), new Step.Sent(sample));
        await SendAsync(sample);
        for (var rounds = 0; ; rounds++)
        {
            Assert.True(rounds < 500, "It does not come to an end.");
            await RunAsync();
            Clock.Advance(ReadingTime);
            await RunAsync();
            Journal.Note(Clock.GetUtcNow(), new Step.Acted());
            if (await ActAsync())
                continue;
            if (Hub.NextTimer is not { } at)
                return;
            if (at > Clock.GetUtcNow().UtcDateTime)
                Clock.SetUtcNow(new DateTimeOffset(at, TimeSpan.Zero));
        }
    }

    /// <summary>Lets orchestrations do whatever they can do now.</summary>
    // The hub waits for its activities where it stands; the test's own context must stay free to let them go on.
    public Task RunAsync() => Task.Run(() =>
    {
        for (var steps = 0; Hub.Possible() is { Count: > 0 } possible; steps++)
        {
            Assert.True(steps < 5000, "It spins.");
            possible[0]();
        }
    });

    private Task<string> ActivityAsync(string name, string input)
    {
        switch (name)
        {
            case nameof(EffectActivities.CarryEffect):
                Journal.Note(Clock.GetUtcNow(), new Step.Carried(JsonSerializer.Deserialize<EffectTicket>(input)!));
                break;
            case nameof(ClockActivities.Wake):
                Journal.Note(Clock.GetUtcNow(), new Step.Rang(JsonSerializer.Deserialize<Ring>(input)!));
                break;
            case nameof(EffectActivities.NoteFailure):
                throw new InvalidOperationException($"An effect failed: {input}.");
        }

        return _activities.RunAsync(name, input);
    }
}
