using System.Globalization;
using Workflow.Core.Approval;

namespace Workflow.Web.Wording;

/// <summary>Says what an effect is to do, such as "remind Ada Ferris". Deliveries keep the key alone, so it is read from the key.</summary>
public static class EffectWords
{
    /// <summary>A phrase that starts with a verb in lower case; plain text, to be encoded where it is shown.</summary>
    /// <param name="key">The effect's key.</param>
    /// <param name="asks">Every ask of the request, by whose number keys name a person; may be empty.</param>
    public static string Of(EffectKey key, IReadOnlyList<Ask> asks)
    {
        var kind = key.Value[(key.Value.LastIndexOf('/') + 1)..];
        var parts = kind.Split('-', 3);
        var subject = parts.Length > 1 ? parts[1] : "";
        return parts[0] switch
        {
            "classify" => $"judge revision {subject} of the declaration",
            "people" => $"find people for stage {StageNumber(subject)}",
            "ask" => $"put the question to {Person(subject, asks)}",
            "remind" => $"remind {Person(subject, asks)}",
            "retire" => $"tell {Person(subject, asks)} that the question is no longer open",
            "submitter" => $"tell the submitter: {Words(subject)}",
            "admins" => $"tell the admins: {Words(subject)}{(parts.Length > 2 ? $" ({parts[2]})" : "")}",
            "record" => "issue the signed record",
            _ => kind,
        };
    }

    private static string Person(string number, IReadOnlyList<Ask> asks) =>
        Number(number) is var n && n >= 1 && n <= asks.Count ? asks[n - 1].Person.Name : $"the person of ask {number}";

    private static int StageNumber(string index) => Number(index) + 1;

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static string Words(string name) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' ');
}
