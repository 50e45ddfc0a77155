namespace Workflow.Core.People;

/// <summary>A time in which somebody is away.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="Until">The instant after its last, later than <paramref name="From"/>.</param>
/// <param name="Note">For whoever keeps the directory; never shown to anybody else. Null when there is none.</param>
public sealed record Absence(DateTimeOffset From, DateTimeOffset Until, string? Note)
{
    /// <summary>Whether an instant lies in it.</summary>
    public bool Covers(DateTimeOffset instant) => From <= instant && instant < Until;
}
