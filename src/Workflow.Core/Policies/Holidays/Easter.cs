namespace Workflow.Core.Policies.Holidays;

/// <summary>The date of Easter in the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>Easter Sunday of a year, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        return new DateOnly(year, 3, 22).AddDays(epact + toSunday - (7 * late));
    }
}
