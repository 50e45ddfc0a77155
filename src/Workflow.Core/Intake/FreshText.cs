using System.Text.RegularExpressions;

namespace Workflow.Core.Intake;

/// <summary>
/// Finds what the author of a mail wrote this time: without quoted lines, the mail it answers or forwards, and the
/// signature. What it leaves out stays in the stored original.
/// </summary>
public static partial class FreshText
{
    // Longer lines are prose, and no pattern is run over them.
    private const int LongestMarker = 400;

    /// <summary>The fresh part, lines ending in a line feed; empty when everything is quoted.</summary>
    public static string Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var fresh = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (StartsOldMail(lines, i)) break;

            if (AttributionLength(lines, i) is var length and > 0)
            {
                // With quoted lines after it only these go, for the answer may stand below them; without, all the rest is old.
                if (!QuoteFollows(lines, i + length)) break;
                i += length - 1;
            }
            else if (!IsQuoted(lines[i]))
            {
                fresh.Add(lines[i]);
            }
        }

        return string.Join('\n', WithoutSignature(fresh)).Trim();
    }

    private static bool IsQuoted(string line) => line.AsSpan().TrimStart().StartsWith(">", StringComparison.Ordinal);

    private static bool StartsOldMail(string[] lines, int i)
    {
        if (lines[i].Length > LongestMarker) return false;
        if (Divider().IsMatch(lines[i])) return true;

        // Outlook quotes without marks: a block of the old mail's headers, whose names depend on its language.
        return HeadFrom().IsMatch(lines[i])
            && lines.Skip(i + 1).Take(5).Where(l => l.Length <= LongestMarker).Count(l => HeadOther().IsMatch(l)) >= 2;
    }

    // "On …, Ana wrote:", which mail programs wrap over up to three lines. A time, a year or an address tells it from a sentence.
    private static int AttributionLength(string[] lines, int i)
    {
        var joined = "";
        for (var length = 1; length <= 3 && i + length <= lines.Length; length++)
        {
            joined = $"{joined} {lines[i + length - 1].Trim()}".TrimStart();
            if (joined.Length is 0 or > LongestMarker || IsQuoted(joined)) return 0;
            if (Attribution().IsMatch(joined) && DatedOrAddressed().IsMatch(joined)) return length;
        }

        return 0;
    }

    private static bool QuoteFollows(string[] lines, int i)
    {
        while (i < lines.Length && string.IsNullOrWhiteSpace(lines[i])) i++;
        return i < lines.Length && IsQuoted(lines[i]);
    }

    private static List<string> WithoutSignature(List<string> lines)
    {
        var end = lines.FindIndex(line => line.TrimEnd() == "--");
        var kept = end < 0 ? lines : lines[..end];

        var last = kept.FindLastIndex(line => !string.IsNullOrWhiteSpace(line));
        return last >= 0 && kept[last].Length <= LongestMarker && FromMyPhone().IsMatch(kept[last]) ? kept[..last] : kept;
    }

    [GeneratedRegex(
        @"^\s*-{2,}\s*(original message|forwarded message|message d.origine|message original|message transféré|mensaje original|mensaje reenviado)\s*-{2,}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^\s*\*?(from|de)\s*:\*?\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadFrom();

    [GeneratedRegex(
        @"^\s*\*?(sent|date|to|cc|subject|envoyé|à|objet|enviado( el)?|fecha|para|asunto)\s*:\*?\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadOther();

    [GeneratedRegex(@"^(On\b.+\bwrote|Le\b.+\ba écrit|El\b.+\bescribió)\s*:$", RegexOptions.CultureInvariant)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"\d[:h]\d\d|\b20\d\d\b|@", RegexOptions.CultureInvariant)]
    private static partial Regex DatedOrAddressed();

    [GeneratedRegex(
        @"^\s*(sent from (my )?\S+|get outlook for \S+|envoyé (de mon|depuis( mon)?) \S+|obtenir outlook pour \S+|enviado desde (mi )?\S+|obtener outlook para \S+)(\s\S+){0,4}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromMyPhone();
}
