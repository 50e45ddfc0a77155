using System.Text.Json.Nodes;

namespace Adapters.Tests.Graph.People;

/// <summary>Settings of mailboxes as Graph answers them.</summary>
internal static class Mailbox
{
    /// <summary>Somebody who works so in a zone.</summary>
    public static JsonObject Working(string zone, string from = "09:00", string to = "17:00", params string[] days) => new()
    {
        ["timeZone"] = zone,
        ["language"] = new JsonObject { ["locale"] = "fr-FR", ["displayName"] = "French" },
        ["workingHours"] = new JsonObject
        {
            ["daysOfWeek"] = new JsonArray([.. (days.Length > 0 ? days : ["monday", "tuesday", "wednesday", "thursday", "friday"]).Select(day => JsonValue.Create(day))]),
            ["startTime"] = $"{from}:00.0000000",
            ["endTime"] = $"{to}:00.0000000",
            ["timeZone"] = new JsonObject { ["name"] = zone },
        },
    };

    /// <summary>Somebody whose automatic replies are so.</summary>
    public static JsonObject Replying(string status, string from = "2026-03-01T00:00:00.0000000", string until = "2026-03-06T00:00:00.0000000", string zone = "UTC") => new()
    {
        ["timeZone"] = "GMT Standard Time",
        ["automaticRepliesSetting"] = new JsonObject
        {
            ["status"] = status,
            ["externalReplyMessage"] = "I am away, says Ana.",
            ["scheduledStartDateTime"] = new JsonObject { ["dateTime"] = from, ["timeZone"] = zone },
            ["scheduledEndDateTime"] = new JsonObject { ["dateTime"] = until, ["timeZone"] = zone },
        },
    };
}
