namespace Workflow.Core.Policies.Holidays;

/// <summary>The public holidays of a country and its regions, over the years for which somebody checked them.</summary>
internal sealed record HolidayDocument(
    int FirstYear, int LastYear, IReadOnlyList<Holiday> Holidays, IReadOnlyDictionary<string, IReadOnlyList<Holiday>> Regions)
{
    /// <summary>All days off, ascending, with those to which holidays are moved.</summary>
    /// <param name="region">One of <see cref="Regions"/>; null for what is common to the country.</param>
    public IReadOnlyList<DateOnly> Days(string? region)
    {
        // A holiday can be moved over New Year, out of a neighbouring year or into it.
        var years = Enumerable.Range(FirstYear - 1, LastYear - FirstYear + 3);
        var own = years
            .SelectMany(year => Holidays.Concat(region is null ? [] : Regions[region])
                .Where(h => h.Since <= year)
                .SelectMany(h => h.Rule.In(year).Select(day => (Day: day, h.Shift))))
            .OrderBy(h => h.Day)
            .ToList();
        var free = own.Select(h => h.Day).ToHashSet();
        var met = new HashSet<DateOnly>();
        foreach (var (day, shift) in own)
        {
            if (Given(day, shift, !met.Add(day), free) is { } other)
            {
                free.Add(other);
            }
        }

        return [.. free.Where(day => day.Year >= FirstYear && day.Year <= LastYear).Order()];
    }

    private static DateOnly? Given(DateOnly day, HolidayShift shift, bool onAnother, HashSet<DateOnly> free) => (shift, day.DayOfWeek) switch
    {
        (HolidayShift.None, _) => null,
        (HolidayShift.NearestWeekday, DayOfWeek.Saturday) => day.AddDays(-1),
        (HolidayShift.NearestWeekday, DayOfWeek.Sunday) => day.AddDays(1),
        (HolidayShift.AfterWeekend, DayOfWeek.Saturday) or (HolidayShift.AfterWeekend or HolidayShift.AfterSunday, DayOfWeek.Sunday) =>
            NextFreeWeekday(day, free),
        (HolidayShift.AfterWeekend or HolidayShift.AfterSunday, _) when onAnother => NextFreeWeekday(day, free),
        _ => null,
    };

    private static DateOnly NextFreeWeekday(DateOnly day, HashSet<DateOnly> free)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || free.Contains(day));

        return day;
    }
}
