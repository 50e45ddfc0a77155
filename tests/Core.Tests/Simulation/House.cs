using System.Globalization;
using System.Text;
using Core.Tests.Policies;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Simulation;

/// <summary>Invents a house: forty people who decide, in six time zones, with their deputies, managers and holidays, as a document.</summary>
internal static class House
{
    public const int Approvers = 40;

    public static readonly IReadOnlyList<string> Roles = ["creative-executive", "legal", "talent-relations", "information-security", "post-supervisor"];

    private const int Managers = 5;

    private static readonly (string Name, string Zone, string Hours, string Holidays)[] Offices =
    [
        ("london", "Europe/London", "days: [monday, tuesday, wednesday, thursday, friday], start: 09:30, end: 18:00", "gb-eng"),
        ("paris", "Europe/Paris", "week: {monday: [09:00-13:00, 14:00-18:00], tuesday: [09:00-18:00], wednesday: [09:00-13:00], thursday: [09:00-18:00]}", "fr"),
        ("los-angeles", "America/Los_Angeles", "days: [monday, tuesday, wednesday, thursday, friday], start: 09:00, end: 17:30", "us"),
        ("mexico-city", "America/Mexico_City", "days: [monday, tuesday, wednesday, thursday, friday], start: 09:00, end: 18:00", "mx"),
        ("sao-paulo", "America/Sao_Paulo", "days: [monday, tuesday, wednesday, thursday, friday], start: 09:00, end: 18:00", "br-sp"),
        ("tokyo", "Asia/Tokyo", "days: [monday, tuesday, wednesday, thursday, friday], start: 10:00, end: 19:00", "jp"),
    ];

    private static readonly string[] Productions =
    [
        "The Lantern Coast", "Orbital Winter", "Sal y Ceniza", "The Ninth Orchard", "The Glass Meridian", "Paper Comets", "A Quiet Ferry",
        "Salt Choir", "The Tin Astronomer", "Nightjar Street", "Los Faros", "The Second Almanac",
    ];

    private static readonly string[] Given =
        ["Alma", "Bento", "Cosima", "Dario", "Edda", "Faro", "Greta", "Hanno", "Ilse", "Jorin", "Kaya", "Loris", "Mirea", "Nuno", "Oda", "Pavo", "Quirin", "Runa", "Sable", "Tove"];

    private static readonly string[] Family =
        ["Averdale", "Brindlow", "Castrenne", "Dovermoor", "Eskelby", "Fennimarsh", "Galdhurst", "Hollinvale", "Istermann", "Jarrowick", "Kestermoor"];

    /// <summary>The house of a seed, as the production reader reads it.</summary>
    public static DirectoryDocument Of(Dice dice)
    {
        var text = new DocumentText("directory.yaml", Write(dice));
        var reading = DirectoryReader.Read(text, [.. DirectoryReader.PartsOf(text).Select(BuiltIn.Load)]);
        return reading.Directory ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static string Write(Dice dice)
    {
        var text = new StringBuilder("calendars:\n");
        foreach (var office in Offices)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {office.Name}: {{time-zone: {office.Zone}, {office.Hours}, holidays: [{office.Holidays}]}}");
        }

        text.AppendLine("people:");
        for (var i = 0; i < Approvers + 2; i++)
        {
            WritePerson(text, i, dice);
        }

        text.AppendLine("groups:");
        text.AppendLine("  legal-desk: [legal-0, legal-1, legal-2]");
        text.AppendLine("productions:");
        for (var i = 0; i < Productions.Length; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Productions[i]}:");
            foreach (var role in Roles)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {role}: {Holder(role, i, dice)}");
            }
        }

        return text.AppendLine("admins: [admin-0, admin-1]").ToString();
    }

    // Two productions in preparation have nobody for a role; one has a desk of equals.
    private static string Holder(string role, int production, Dice dice) => (role, production) switch
    {
        ("post-supervisor", 3) or ("talent-relations", 9) => "nobody",
        ("legal", 4 or 5) => "legal-desk",
        _ => $"{role}-{dice.Below((Approvers - Managers) / Roles.Count)}",
    };

    private static void WritePerson(StringBuilder text, int number, Dice dice)
    {
        var (role, place) = PlaceOf(number);
        var id = $"{role}-{place}";
        var name = $"{Given[number % Given.Length]} {Family[number % Family.Length]}";
        var language = dice.Chance(0.3) ? "fr" : "en";
        text.Append(CultureInfo.InvariantCulture, $"  {id}: {{name: {name}, email: {id}@streamer.example, language: {language}, calendar: {dice.Pick(Offices).Name}");
        if (Roles.Contains(role))
        {
            // The last of each desk has nobody to stand in, and no manager to turn to.
            text.Append(place == 6 ? "" : $", deputies: [{role}-{(place + 1) % 7}], manager: manager-{dice.Below(Managers)}");
            text.Append(place == 5 ? ", external: yes" : "");
        }
        else if (role == "manager" && place > 0)
        {
            text.Append(", manager: manager-0");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $", absences: [{string.Join(", ", Holidays(dice))}]}}");
    }

    private static (string Role, int Place) PlaceOf(int number)
    {
        var desks = Approvers - Managers;
        return number < desks ? (Roles[number % Roles.Count], number / Roles.Count)
            : number < Approvers ? ("manager", number - desks)
            : ("admin", number - Approvers);
    }

    // A week in spring, two in summer, one at the end of the year; not everybody takes each.
    private static IEnumerable<string> Holidays(Dice dice)
    {
        (int Month, int Days)[] times = [(3, 6), (7, 15), (12, 9)];
        foreach (var (month, days) in times.Where(_ => dice.Chance(0.8)))
        {
            var first = new DateOnly(2026, month, 1).AddDays(dice.Below(25));
            yield return $"{{from: {first:yyyy-MM-dd}, until: {first.AddDays(days):yyyy-MM-dd}}}";
        }
    }
}
