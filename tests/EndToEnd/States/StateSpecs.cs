using EndToEnd.Browser;

namespace EndToEnd.States;

/// <summary>Every state of a request, as everybody concerned reads it, in each language.</summary>
[Collection(InTheBrowser.Name)]
public sealed class StateSpecs(House house) : IClassFixture<House>
{
    private static readonly IReadOnlyList<State> States = [.. Underway.States, .. Consenting.States, .. Ended.States, .. Afterwards.States];

    public static TheoryData<string, string> Rows { get; } =
        [.. States.SelectMany(state => new[] { (state.Name, "en"), (state.Name, "fr") })];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task State_is_told_to_everybody_concerned(string name, string language)
    {
        await using var matter = await house.BeginAsync(Tongue.Of(language));
        var state = States.Single(s => s.Name == name);

        await state.ComeAboutAsync(matter);

        foreach (var sight in state.Sights.Where(s => language == "en" || !s.IsAdmins))
            await sight.LookAsync(matter, name);
        house.AssertNoViolation();
    }
}
