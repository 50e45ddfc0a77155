namespace Workflow.Core.Policies;

/// <summary>When a person works: hours on working days in a time zone, without holidays.</summary>
/// <param name="TimeZone">IANA name, such as <c>Europe/Paris</c>.</param>
/// <param name="Days">The working days of the week.</param>
/// <param name="Start">Local time at which the working day starts.</param>
/// <param name="End">Local time at which it ends, later than <paramref name="Start"/>.</param>
/// <param name="Holidays">Local days off.</param>
public sealed record BusinessCalendar(
    string TimeZone,
    IReadOnlyList<DayOfWeek> Days,
    TimeOnly Start,
    TimeOnly End,
    IReadOnlyList<DateOnly> Holidays);
