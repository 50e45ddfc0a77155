namespace Workflow.Core.Policies.Holidays;

/// <summary>What happens when a holiday falls on a day that is free anyway. Its own day stays free as well.</summary>
internal enum HolidayShift
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A Saturday's is given on the Friday before, a Sunday's on the Monday after.</summary>
    NearestWeekday,

    /// <summary>A Saturday's, a Sunday's or one on another holiday is given on the next weekday that is no holiday.</summary>
    AfterWeekend,

    /// <summary>A Sunday's or one on another holiday is given on the next weekday that is no holiday.</summary>
    AfterSunday,
}

/// <summary>A public holiday.</summary>
/// <param name="Name">As the country calls it.</param>
/// <param name="Rule">On which days it falls.</param>
/// <param name="Shift">What happens when such a day is free anyway.</param>
/// <param name="Since">The first year in which it is one.</param>
internal sealed record Holiday(string Name, HolidayRule Rule, HolidayShift Shift, int Since);
