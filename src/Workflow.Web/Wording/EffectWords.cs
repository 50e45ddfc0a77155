using System.Globalization;
using System.Text.Json;
using Workflow.Core.Approval;

namespace Workflow.Web.Wording;

/// <summary>
/// Says what an effect is to do, such as "remind Ada Ferris". Deliveries and dead letters know the key alone, so it is
/// read from the key, whose last part is the effect's <see cref="Effect.Kind"/>.
/// </summary>
public static class EffectWords
{
    /// <summary>A phrase that starts with a verb in lower case; plain text, to be encoded where it is shown.</summary>
    /// <param name="key">The effect's key.</param>
    /// <param name="request">Knows the people that keys name by number; null where only the key is at hand.</param>
    public static string Of(EffectKey key, RequestState? request = null)
    {
        var kind = key.Value.Split('/', 3)[^1];
        var parts = kind.Split('-', 3);
        var subject = parts.ElementAtOrDefault(1) ?? "";
        return parts[0] switch
        {
            "classify" => $"judge revision {subject} of the declaration",
            "people" => $"find people for stage {(Number(subject) + 1).ToString(CultureInfo.InvariantCulture)}",
            "ask" => $"put the question to {Person(subject, request)}",
            "remind" => $"remind {Person(subject, request)}",
            "retire" => $"tell {Person(subject, request)} that the question is closed",
            "approver" => $"tell {Person(subject, request)} “{Spaced(parts.ElementAtOrDefault(2) ?? "")}”",
            "submitter" => $"tell the submitter “{Spaced(subject)}”",
            "admins" => $"tell the admins “{Spaced(subject)}”{(parts.Length > 2 ? $" ({Subject(parts[2], request)})" : "")}",
            "cards" => "bring the cards in Teams up to date",
            "record" => "issue the signed record",
            // A key made by a later version: its own name is better than no page.
            _ => kind,
        };
    }

    // An alert is about a role, or about another effect, whose key it then carries.
    private static string Subject(string subject, RequestState? request) =>
        subject.Contains('/', StringComparison.Ordinal) ? Of(new EffectKey(subject), request) : subject;

    private static string Person(string number, RequestState? request) =>
        request is not null && Number(number) is var n && n >= 1 && n <= request.Asks.Count
            ? request.Asks[n - 1].Person.Name
            : $"the person of ask {number}";

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static string Spaced(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' ');
}
