using System.Text.RegularExpressions;
using MimeKit;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>A calendar part (iTIP, RFC 5546), which makes a mail an invitation, or an answer to one.</summary>
/// <param name="Method">What it is about, upper case, such as <c>REQUEST</c>; null when it does not say.</param>
internal sealed partial record Appointment(string? Method)
{
    // Below this many words somebody only named place and time.
    private const int FewWords = 8;

    // "METHOD" stands among the first lines.
    private const int Enough = 4_000;

    public static Appointment Of(TextPart part)
    {
        if (part.ContentType.Parameters["method"] is { } declared) return new Appointment(declared.Trim().ToUpperInvariant());

        var text = PartText.Of(part);
        return new Appointment(MethodLine().Match(text[..Math.Min(text.Length, Enough)]) is { Success: true } line ? line.Groups[1].Value.ToUpperInvariant() : null);
    }

    /// <summary>Why a mail with it is none that declares something, in words; null when somebody wrote a letter with it.</summary>
    public string? IsNoLetter(string text) => Method switch
    {
        "REPLY" or "COUNTER" or "DECLINECOUNTER" or "REFRESH" => "The mail answers an invitation in a calendar.",
        "CANCEL" when !SaysSomething(text) => "The mail cancels an appointment.",
        null or "CANCEL" => null,
        _ => SaysSomething(text) ? null : "The mail is an invitation in a calendar, and nothing is written with it.",
    };

    // Programs add place, time and ways to dial in, below a line of underscores or beside a label.
    private static bool SaysSomething(string text)
    {
        var own = Dividers().Match(text) is { Success: true } divider ? text[..divider.Index] : text;
        var words = own.Split('\n').Where(line => !Details().IsMatch(line))
            .Sum(line => Word().Count(line));
        return words >= FewWords;
    }

    [GeneratedRegex(@"^METHOD:\s*([A-Za-z-]{1,20})\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MethodLine();

    [GeneratedRegex(@"_{10,}|[*~]{3,}|-::~", RegexOptions.CultureInvariant)]
    private static partial Regex Dividers();

    [GeneratedRegex(
        @"^\W*(when|where|who|wann|wo|quand|où|cuándo|dónde|quando|onde|dove|일시|장소|日時|場所|invitation|you have been invited|join|meeting id|passcode|dial)\b|https?://",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Details();

    // One character of a script without spaces is about half a word.
    [GeneratedRegex(@"[\u3040-\u30FF\u4E00-\u9FFF]{2}|[\p{L}-[\u3040-\u30FF\u4E00-\u9FFF]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
