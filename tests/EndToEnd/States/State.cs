namespace EndToEnd.States;

/// <summary>A state that a request can be in.</summary>
/// <param name="Name">Names it among the tests and pictures.</param>
/// <param name="ComeAboutAsync">Brings a request there.</param>
/// <param name="Sights">What everybody concerned sees of it.</param>
internal sealed record State(string Name, Func<Matter, Task> ComeAboutAsync, params IReadOnlyList<Sight> Sights);
