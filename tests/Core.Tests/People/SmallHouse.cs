using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.People;

/// <summary>A directory with one of everything, on a Wednesday in August.</summary>
internal static class SmallHouse
{
    public static readonly DateTimeOffset Noon = new(2027, 8, 4, 10, 0, 0, TimeSpan.Zero);

    private static readonly DocumentText Holidays = new(
        "holidays/xx.yaml",
        """
        name: Nowhere
        source: {title: A law, address: https://law.example}
        years: 2025-2030
        holidays: [{name: Feast, on: 08-06}]
        regions: {n: {name: North, holidays: [{name: Snow, on: 01-15}]}}
        """);

    public static DirectoryReading Read(string yaml) => DirectoryReader.Read(new DocumentText("directory.yaml", yaml), [Holidays]);

    /// <summary>Al holds legal, Bo stands in for Al and Cy for Bo; Cy manages Bo, and Dy manages Al and Cy.</summary>
    public static string Text(string ofAl = "deputies: [bo]", string ofBo = "deputies: [cy]", string ofCy = "active: yes") =>
        $$"""
        calendars:
          office: {time-zone: Europe/Paris, days: [monday, tuesday, wednesday, thursday, friday], start: 09:00, end: 18:00, holidays: [xx]}
        people:
          al: {name: Al, email: al@x.example, language: en, calendar: office, manager: dy, {{ofAl}}}
          bo: {name: Bo, email: bo@x.example, language: en, calendar: office, manager: cy, {{ofBo}}}
          cy: {name: Cy, email: cy@x.example, language: en, calendar: office, manager: dy, {{ofCy}}}
          dy: {name: Dy, email: dy@x.example, language: en, calendar: office}
          gone: {name: Gone, email: gone@x.example, language: en, calendar: office, active: no}
          guest: {name: Guest, email: guest@y.example, language: en, calendar: office, external: yes}
        groups:
          desk: [cy, dy]
        productions:
          Show: {legal: al, post: nobody}
          Other: {legal: desk, post: guest}
        admins: [dy]
        """;
}
