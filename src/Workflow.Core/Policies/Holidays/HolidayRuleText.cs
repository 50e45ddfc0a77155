using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies.Holidays;

/// <summary>Reads the rules of holidays as people write them, such as <c>third monday of january</c>.</summary>
internal static partial class HolidayRuleText
{
    public const string Remedy = "Write '12-25', 'easter + 1', 'third monday of january', 'last monday of may' or 'wednesday before 11-23'.";

    private const int LeapYear = 2000;

    private static readonly string[] Which = ["last", "first", "second", "third", "fourth"];

    /// <summary>The rule that a text says; null when it says none.</summary>
    public static HolidayRule? Read(string text)
    {
        HolidayRule?[] rules = [Dated(text), Easterly(text), Weekly(text), Before(text)];
        return rules.FirstOrDefault(rule => rule is not null);
    }

    private static HolidayRule.OnDate? Dated(string text) =>
        Date(text) is var (month, day) ? new HolidayRule.OnDate(month, day) : null;

    private static HolidayRule.FromEaster? Easterly(string text) =>
        EasterPattern().Match(text) is { Success: true } match ? new HolidayRule.FromEaster(Days(match)) : null;

    private static HolidayRule.OnWeekday? Weekly(string text) =>
        WeekdayPattern().Match(text) is { Success: true } match
        && Wire.ReadExactly<DayOfWeek>(match.Groups["weekday"].Value) is { } weekday
        && Wire.ReadExactly<Month>(match.Groups["month"].Value) is { } month
            ? new HolidayRule.OnWeekday(Array.IndexOf(Which, match.Groups["which"].Value), weekday, (int)month, Days(match))
            : null;

    private static HolidayRule.WeekdayBefore? Before(string text) =>
        BeforePattern().Match(text) is { Success: true } match
        && Wire.ReadExactly<DayOfWeek>(match.Groups["weekday"].Value) is { } weekday
        && Date(match.Groups["date"].Value) is var (month, day)
            ? new HolidayRule.WeekdayBefore(weekday, month, day)
            : null;

    // 29 February is not there each year; no country has a holiday on it.
    private static (int Month, int Day)? Date(string text) =>
        text != "02-29" && DateOnly.TryParseExact($"{LeapYear}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date.Month, date.Day)
            : null;

    private static int Days(Match match)
    {
        var days = match.Groups["days"] is { Success: true } written ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return match.Groups["sign"].Value == "-" ? -days : days;
    }

    [GeneratedRegex("^easter( (?<sign>[+-]) (?<days>[0-9]{1,2}))?$")]
    private static partial Regex EasterPattern();

    [GeneratedRegex(@"^(?<which>first|second|third|fourth|last) (?<weekday>[a-z]+) of (?<month>[a-z]+)( (?<sign>[+-]) (?<days>[0-9]{1,2}))?$")]
    private static partial Regex WeekdayPattern();

    [GeneratedRegex("^(?<weekday>[a-z]+) before (?<date>[0-9]{2}-[0-9]{2})$")]
    private static partial Regex BeforePattern();

    private enum Month
    {
        January = 1,
        February,
        March,
        April,
        May,
        June,
        July,
        August,
        September,
        October,
        November,
        December,
    }
}
