using System.Globalization;
using Workflow.Core.Documents;
using Workflow.Core.Policies.Holidays;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies;

/// <summary>Reads a calendar: the office's of a policy, or one of a directory.</summary>
internal sealed class CalendarReader(ValueReader read, HolidayBook book)
{
    private const string EndOfDay = "24:00";

    /// <summary>The names of the documents of holidays that a calendar refers to.</summary>
    public static IEnumerable<string> HolidaysOf(Node? calendar) =>
        (calendar is Node.Map map ? map["holidays"] : null) switch
        {
            Node.Sequence sequence => sequence.Items.OfType<Node.Scalar>().Select(n => HolidayBook.DocumentOf(n.Text)).OfType<string>(),
            Node.Scalar scalar => HolidayBook.DocumentOf(scalar.Text) is { } name ? [name] : [],
            _ => [],
        };

    public BusinessCalendar Read(Node? node)
    {
        var map = read.Map(node, "time-zone", "days", "start", "end", "week", "holidays");
        var zone = read.Need(map, "time-zone");
        var calendar = new BusinessCalendar(
            read.Text(zone),
            map?["week"] is { } week ? ReadWeek(map, week) : ReadDays(map),
            [.. read.List(map?["holidays"], ReadHolidays).SelectMany(days => days).Distinct().Order()]);

        if (zone is Node.Scalar && !TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out _))
        {
            read.Problems.Error(zone.Place, $"The time zone '{calendar.TimeZone}' is not known.", "Use an IANA name such as Europe/Paris.");
        }

        return calendar;
    }

    private WorkingSpan[] ReadDays(Node.Map? map)
    {
        var days = read.Need(map, "days");
        var (startNode, endNode) = (read.Need(map, "start"), read.Need(map, "end"));
        var (start, end) = (read.Time(startNode), endNode is Node.Scalar { Text: EndOfDay } ? TimeOnly.MinValue : read.Time(endNode));
        if (days is Node.Sequence { Items.Count: 0 })
        {
            Idle(days);
        }

        // An unreadable time has been reported already.
        if (endNode is Node.Scalar { Text: not EndOfDay } && end <= start && !read.Problems.HasErrors)
        {
            read.Problems.Error(endNode.Place, "The working day ends before it starts.", "Make 'end' later than 'start', on the same day.");
        }

        return [.. read.List(days, read.Word<DayOfWeek>).Distinct().Select(day => new WorkingSpan(day, start, end))];
    }

    private List<WorkingSpan> ReadWeek(Node.Map map, Node node)
    {
        foreach (var both in map.Entries.Where(e => e.Key is "days" or "start" or "end"))
        {
            read.Problems.Error(both.Place, $"'{both.Key}' and 'week' say the same twice.", "Keep one of them.");
        }

        var week = new List<WorkingSpan>();
        foreach (var entry in read.Map(node)?.Entries ?? [])
        {
            if (Wire.ReadExactly<DayOfWeek>(entry.Key) is { } day)
            {
                week.AddRange(ReadDay(day, entry.Value));
            }
            else
            {
                read.Problems.Error(entry.Place, $"'{entry.Key}' is not known here.", $"Use one of: {string.Join(", ", Wire.All<DayOfWeek>())}.");
            }
        }

        if (week.Count == 0)
        {
            Idle(node);
        }

        return week;
    }

    private IEnumerable<WorkingSpan> ReadDay(DayOfWeek day, Node node)
    {
        var spans = read.List(node, n => (Node: n, Span: ReadSpan(day, n))).Where(s => s.Span is not null).OrderBy(s => s.Span!.Start).ToList();
        foreach (var (earlier, later) in spans.Zip(spans.Skip(1)))
        {
            if (earlier.Span!.End == TimeOnly.MinValue || earlier.Span.End > later.Span!.Start)
            {
                read.Problems.Error(later.Node.Place, "Two spans of this day overlap.", "Join them, or set them apart.");
            }
        }

        return spans.Select(s => s.Span!);
    }

    private WorkingSpan? ReadSpan(DayOfWeek day, Node node)
    {
        var parts = node is Node.Scalar { Text: var text } ? text.Split('-') : [];
        if (parts is [var from, var to] && Time(from) is { } start && (to == EndOfDay ? TimeOnly.MinValue : Time(to)) is { } end
            && (to == EndOfDay || end > start))
        {
            return new WorkingSpan(day, start, end);
        }

        read.Problems.Error(node.Place, "This is no span of a day.", "Write '09:00-13:00', the end later than the start; '24:00' is midnight.");
        return null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private IReadOnlyList<DateOnly> ReadHolidays(Node node)
    {
        var text = (node as Node.Scalar)?.Text ?? "";
        if (HolidayBook.DocumentOf(text) is not null)
        {
            return book.Days((Node.Scalar)node, read.Problems);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return [day];
        }

        read.Problems.Error(node.Place, $"'{text}' is neither a day nor a country.", "Write a day as 2026-12-25, a country as fr, a region as de-by.");
        return [];
    }

    private void Idle(Node node) =>
        read.Problems.Error(node.Place, "A calendar without working days never lets time pass.", "Name at least one day.");
}
