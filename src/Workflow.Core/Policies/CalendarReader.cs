using Workflow.Core.Documents;

namespace Workflow.Core.Policies;

/// <summary>Reads a calendar: the office's of a policy, or one of a directory.</summary>
internal static class CalendarReader
{
    public static BusinessCalendar Read(Node? node, ValueReader read)
    {
        var map = read.Map(node, "time-zone", "days", "start", "end", "holidays");
        var zone = read.Need(map, "time-zone");
        var days = read.Need(map, "days");
        var end = read.Need(map, "end");
        var calendar = new BusinessCalendar(
            read.Text(zone),
            read.List(days, read.Word<DayOfWeek>),
            read.Time(read.Need(map, "start")),
            read.Time(end),
            read.List(map?["holidays"], read.Date));

        if (zone is Node.Scalar && !TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out _))
        {
            read.Problems.Error(zone.Place, $"The time zone '{calendar.TimeZone}' is not known.", "Use an IANA name such as Europe/Paris.");
        }

        if (days is Node.Sequence { Items.Count: 0 })
        {
            read.Problems.Error(days.Place, "A calendar without working days never lets time pass.", "Name at least one day.");
        }

        // An unreadable time has been reported already.
        if (end is Node.Scalar && calendar.End <= calendar.Start && !read.Problems.HasErrors)
        {
            read.Problems.Error(end.Place, "The working day ends before it starts.", "Make 'end' later than 'start', on the same day.");
        }

        return calendar;
    }
}
