using System.Text;

namespace Workflow.Web.Messages;

/// <summary>The plain text of a letter.</summary>
public static class LetterText
{
    /// <summary>Writes it with CRLF line ends, as mail wants them; lines are not wrapped, since links must stay whole.</summary>
    public static string Write(Letter letter)
    {
        var text = new StringBuilder();
        foreach (var part in letter.Parts)
        {
            text.Append(Write(part)).Append("\n\n");
        }

        return text.ToString().TrimEnd().ReplaceLineEndings("\r\n") + "\r\n";
    }

    private static string Write(Part part) => part switch
    {
        Part.Paragraph p => p.Text,
        Part.SmallPrint p => p.Text,
        Part.Quote p => "> " + p.Text.ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal),
        Part.Facts p => string.Join('\n', p.Items.Select(f => $"{f.Label}: {f.Value}")),
        Part.Bullets p => string.Join('\n', p.Items.Select(i => $"- {i}")),
        Part.Button p => $"{p.Label}:\n{p.Address}",
        Part.Code p => $"    {p.Digits}",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
