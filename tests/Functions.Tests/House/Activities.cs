using System.Text.Json;
using Functions.Orchestration;

namespace Functions.Tests.House;

/// <summary>The activities as the runtime calls them: by name, input and output as JSON.</summary>
internal sealed class Activities(EffectActivities effects, ClockActivities times)
{
    public async Task<string> RunAsync(string name, string input) => name switch
    {
        nameof(EffectActivities.TakeEffects) => Json(await effects.TakeEffects(Of<string>(input), CancellationToken.None)),
        nameof(EffectActivities.CarryEffect) => Json(await effects.CarryEffect(Of<EffectTicket>(input), CancellationToken.None)),
        nameof(EffectActivities.NoteFailure) => Json(await effects.NoteFailure(Of<FailedEffect>(input), CancellationToken.None)),
        nameof(ClockActivities.NextDue) => Json(await times.NextDue(Of<string>(input), CancellationToken.None)),
        nameof(ClockActivities.Wake) => Json(await times.Wake(Of<Ring>(input), CancellationToken.None)),
        _ => throw new InvalidOperationException($"There is no activity {name}."),
    };

    private static T Of<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
