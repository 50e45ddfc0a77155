namespace Workflow.Core.Intake;

/// <summary>
/// Finds what the author of a mail wrote this time: without quoted lines, the mail it answers or forwards, and the
/// signature. What it leaves out stays in the stored original.
/// </summary>
public static class FreshText
{
    /// <summary>The fresh part, lines ending in a line feed; empty when everything is quoted.</summary>
    public static string Of(string text) => Divide(text).Fresh;

    internal static DividedText Divide(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var fresh = new List<string>();
        var end = lines.Length;
        for (var i = 0; i < end; i++)
        {
            if (OldMail.StartsAt(lines, i))
            {
                end = i;
            }
            else if (OldMail.AttributionLength(lines, i) is var length and > 0)
            {
                // With quoted lines after it only these go, for the answer may stand below them; without, all the rest is old.
                if (OldMail.QuoteFollows(lines, i + length)) i += length - 1;
                else end = i;
            }
            else if (!OldMail.IsQuoted(lines[i]))
            {
                fresh.Add(lines[i]);
            }
        }

        return new DividedText(string.Join('\n', MailEnding.Cut(fresh)).Trim(), [.. lines.Skip(end)]);
    }
}

/// <summary>A mail's text, divided into what its author wrote and the mail below it.</summary>
/// <param name="Fresh">The author's own words.</param>
/// <param name="Old">From the line on that starts another mail; empty when there is none.</param>
internal sealed record DividedText(string Fresh, IReadOnlyList<string> Old)
{
    /// <summary>Whether the mail below says of itself that it was forwarded.</summary>
    public bool SaysForwarded => Old.Count > 0 && OldMail.SaysForwarded(Old[0]);

    /// <summary>The mail below, one mark of quotation taken off each line.</summary>
    public string Passage => string.Join('\n', Old.Select(WithoutMark)).Trim();

    private static string WithoutMark(string line) =>
        !OldMail.IsQuoted(line) ? line
        : line.TrimStart()[1..] is [' ', ..] rest ? rest[1..]
        : line.TrimStart()[1..];
}
