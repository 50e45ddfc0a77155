using System.Text.RegularExpressions;

namespace Workflow.Core.Intake;

/// <summary>
/// How mail programs mark the mail that is answered or forwarded, in the eight languages that productions write in
/// (English, French, Spanish, German, Portuguese, Italian, Korean, Japanese). The wording is that of Outlook, Gmail,
/// Apple Mail, Thunderbird, Samsung, K-9, Notes and Zimbra.
/// </summary>
internal static partial class OldMail
{
    // Longer lines are prose, and no pattern is run over them.
    private const int LongestMarker = 400;

    // Mail programs wrap an attribution over up to so many lines.
    private const int LongestAttribution = 3;

    /// <summary>Whether a line is quoted by a mark.</summary>
    public static bool IsQuoted(string line) => line.AsSpan().TrimStart().StartsWith(">", StringComparison.Ordinal);

    /// <summary>Whether all from this line on is another mail.</summary>
    public static bool StartsAt(string[] lines, int i)
    {
        if (lines[i].Length > LongestMarker) return false;
        if (Divider().IsMatch(lines[i]) || SaysForwarded(lines[i])) return true;

        // Outlook quotes without marks: a block of the old mail's headers, whose names depend on its language.
        return HeadFrom().IsMatch(lines[i])
            && lines.Skip(i + 1).Take(5).Where(l => l.Length <= LongestMarker).Count(l => HeadOther().IsMatch(l)) >= 2;
    }

    /// <summary>Whether a line says that what follows was forwarded, rather than answered.</summary>
    public static bool SaysForwarded(string line) => line.Length <= LongestMarker && Forwarded().IsMatch(line);

    /// <summary>
    /// How many lines a sentence such as “On …, Ana wrote:” takes here; 0 when there is none. A time, a year or an
    /// address tells it from prose.
    /// </summary>
    public static int AttributionLength(string[] lines, int i)
    {
        var joined = "";
        for (var length = 1; length <= LongestAttribution && i + length <= lines.Length; length++)
        {
            if (string.IsNullOrWhiteSpace(lines[i + length - 1])) return 0;

            joined = $"{joined} {lines[i + length - 1].Trim()}".TrimStart();
            if (joined.Length > LongestMarker || IsQuoted(joined)) return 0;
            if (IsAttribution(joined) || MayBeAttribution(lines, i, length, joined)) return length;
        }

        return 0;
    }

    /// <summary>Whether the next line that is not empty is quoted by a mark.</summary>
    public static bool QuoteFollows(string[] lines, int i)
    {
        while (i < lines.Length && string.IsNullOrWhiteSpace(lines[i])) i++;
        return i < lines.Length && IsQuoted(lines[i]);
    }

    private static bool IsAttribution(string text) => DatedOrAddressed().IsMatch(text) && (Attribution().IsMatch(text) || DateFirst().IsMatch(text));

    // “Ana wrote at 10:11:” may be prose; only quoted lines below make it an attribution.
    private static bool MayBeAttribution(string[] lines, int i, int length, string text) =>
        length <= 2 && Verb().IsMatch(lines[i]) && NameFirst().IsMatch(text) && DatedOrAddressed().IsMatch(text) && QuoteFollows(lines, i + length);

    [GeneratedRegex(
        @"^\s*-{2,}\s*(original message|message d.origine|mensaje original|ursprüngliche nachricht|mensagem original|messaggio originale"
        + @"|원본 (메시지|메일|이메일)|元のメッセージ)\s*-{2,}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Divider();

    [GeneratedRegex(
        @"^\s*(-{2,}\s*(forwarded message|forwarded by .+|message transféré|mensaje reenviado|weitergeleitete nachricht"
        + @"|mensagem (en|reen)caminhada|messaggio inoltrato|전달된 (메시지|메일)|転送(された)?メッセージ)(\s*-{2,})?"
        + @"|begin forwarded message\s*:|début du message (réexpédié|transféré)\s*:|inicio del mensaje reenviado\s*:"
        + @"|anfang der weitergeleiteten (nachricht|e-mail)\s*:|início da mensagem (en|reen)caminhada\s*:|inizio messaggio inoltrato\s*:"
        + @"|전달된 메시지 시작\s*[:：]|転送されたメッセージ\s*[:：])\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"^\s*\*?(from|de|von|da|보낸\s?사람|差出人|送信者)\s*[:：]\*?\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadFrom();

    [GeneratedRegex(
        @"^\s*\*?(sent|date|to|cc|subject|envoyé|à|objet|enviad[oa]( el| em)?|fecha|para|asunto|gesendet( am)?|datum|an|betreff|kopie"
        + @"|data|assunto|inviato|a|oggetto|보낸\s?(날짜|시간)|날짜|받는\s?사람|참조|제목|送信日時|日時|日付|宛先|件名)\s*[:：]\*?\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadOther();

    [GeneratedRegex(
        @"^(On\b.+\bwrote|Le\b.+\ba écrit|El\b.+\bescribió|Am\b.+\bschrieb\b.*|(Em|No dia|A)\b.+\bescreveu|Il\b.+\bha scritto)\s*[:：]$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Attribution();

    [GeneratedRegex(
        @"^\d{4}\s?[-年년./].*(@[^\s>]+>|작성|쓴 글|のメール|のメッセージ|(が|は)?書きました|wrote)\s*[:：]$", RegexOptions.CultureInvariant)]
    private static partial Regex DateFirst();

    [GeneratedRegex(@"^\S.{0,120}(\b(wrote|a écrit|escribió|schrieb|escreveu|ha scritto)\b|さん(が|は)書きました|님이 작성).{0,60}[:：]$", RegexOptions.CultureInvariant)]
    private static partial Regex NameFirst();

    [GeneratedRegex(@"\b(wrote|a écrit|escribió|schrieb|escreveu|ha scritto)\b|書きました|작성", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\d[:h]\d\d|\b20\d\d(\b|年|년)|@", RegexOptions.CultureInvariant)]
    private static partial Regex DatedOrAddressed();
}
