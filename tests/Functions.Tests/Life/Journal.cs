using Functions.Orchestration;

namespace Functions.Tests.Life;

/// <summary>One thing that happened in an installation, so that it can happen in another at the same instant.</summary>
internal abstract record Step
{
    /// <summary>A sample was sent.</summary>
    internal sealed record Sent(string Sample) : Step;

    /// <summary>Everybody read their new mails and acted on them.</summary>
    internal sealed record Acted : Step;

    /// <summary>An effect was carried out.</summary>
    internal sealed record Carried(EffectTicket Ticket) : Step;

    /// <summary>The alarm clock of a request rang.</summary>
    internal sealed record Rang(Ring Ring) : Step;
}

/// <summary>Everything that happened in an installation, in order.</summary>
internal sealed class Journal
{
    private readonly List<(DateTimeOffset At, Step Step)> _steps = [];

    public IReadOnlyList<(DateTimeOffset At, Step Step)> Steps => _steps;

    public void Note(DateTimeOffset at, Step step) => _steps.Add((at, step));
}
