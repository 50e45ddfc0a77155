using CsCheck;
using Workflow.Core.Policies;

namespace Core.Tests.Policies.Time;

/// <summary>Arbitrary calendars with working time, instants around changes of the clocks, and amounts of working time.</summary>
internal static class Calendars
{
    public static readonly string[] Zones =
    [
        "Europe/London", "Europe/Paris", "America/Los_Angeles", "America/Sao_Paulo", "America/Mexico_City", "Asia/Tokyo", "Asia/Seoul",
        "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Pacific/Apia", "America/Nuuk", "Asia/Beirut", "Europe/Dublin",
    ];

    // One to three spans of a day, in quarters of an hour; 96 is midnight.
    private static readonly Gen<IReadOnlyList<(int Start, int End)>> Day =
        Gen.Int[0, 96].HashSet[2, 6].Select(set => set.Order().ToArray())
            .Select(marks => (IReadOnlyList<(int, int)>)[.. marks.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]))]);

    private static readonly Gen<IReadOnlyList<WorkingSpan>> Week =
        Gen.Select(Day.Array[7], Gen.Int[1, 127], (days, mask) => (IReadOnlyList<WorkingSpan>)
            [
                .. Enumerable.Range(0, 7).Where(day => (mask & (1 << day)) != 0)
                    .SelectMany(day => days[day].Select(span => new WorkingSpan((DayOfWeek)day, Quarter(span.Start), Quarter(span.End)))),
            ]);

    private static readonly Gen<IReadOnlyList<DateOnly>> Holidays =
        Gen.Int[0, 2000].HashSet[0, 40].Select(days => (IReadOnlyList<DateOnly>)[.. days.Order().Select(new DateOnly(2025, 1, 1).AddDays)]);

    public static readonly Gen<BusinessCalendar> Any =
        Gen.Select(Gen.Int[0, Zones.Length - 1], Week, Holidays, (zone, week, holidays) => new BusinessCalendar(Zones[zone], week, holidays));

    public static readonly Gen<DateTimeOffset> Instant =
        Gen.Int[0, 5 * 365 * 24 * 60].Select(minutes => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    public static readonly Gen<TimeSpan> Work = Gen.Int[1, 200 * 60].Select(minutes => TimeSpan.FromMinutes(minutes));

    public static string Print(BusinessCalendar calendar) =>
        $"{calendar.TimeZone}: {string.Join(", ", calendar.Week.Select(s => $"{s.Day} {s.Start}-{s.End}"))}; {string.Join(", ", calendar.Holidays)}";

    private static TimeOnly Quarter(int quarter) => new(quarter % 96 / 4, quarter % 4 * 15);
}
