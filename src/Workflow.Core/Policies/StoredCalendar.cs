using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Core.Policies;

/// <summary>
/// A calendar as events keep it. A week with the same hours on each working day has the short form, which is also the
/// only one that events had in the beginning.
/// </summary>
internal sealed record StoredCalendar(
    string TimeZone,
    IReadOnlyList<DayOfWeek>? Days,
    TimeOnly? Start,
    TimeOnly? End,
    IReadOnlyList<WorkingSpan>? Week,
    IReadOnlyList<DateOnly> Holidays)
{
    public static StoredCalendar Of(BusinessCalendar calendar)
    {
        var hours = calendar.Week.Select(s => (s.Start, s.End)).Distinct().ToList();
        var days = calendar.Week.Select(s => s.Day).Distinct().ToList();
        var (start, end) = hours.FirstOrDefault();
        return hours.Count > 1 || days.Count < calendar.Week.Count
            ? new StoredCalendar(calendar.TimeZone, null, null, null, calendar.Week, calendar.Holidays)
            : new StoredCalendar(calendar.TimeZone, days, start, end, null, calendar.Holidays);
    }

    public BusinessCalendar ToCalendar() => this switch
    {
        { Week: { } week, Days: null, Start: null, End: null } => new BusinessCalendar(TimeZone, week, Holidays),
        { Week: null, Days: { } days, Start: { } start, End: { } end } => new BusinessCalendar(TimeZone, days, start, end, Holidays),
        _ => throw new JsonException("A calendar is stored neither with a week nor with days, start and end."),
    };
}

/// <summary>Writes and reads calendars within events.</summary>
internal sealed class StoredCalendarConverter : JsonConverter<BusinessCalendar>
{
    public override BusinessCalendar? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, StoredCalendarJson.Default.StoredCalendar)?.ToCalendar();

    public override void Write(Utf8JsonWriter writer, BusinessCalendar value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, StoredCalendar.Of(value), StoredCalendarJson.Default.StoredCalendar);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StoredCalendar))]
internal sealed partial class StoredCalendarJson : JsonSerializerContext;
