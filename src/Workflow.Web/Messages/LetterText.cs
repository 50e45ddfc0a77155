using System.Text;
using static Workflow.Web.Languages.Speech;

namespace Workflow.Web.Messages;

/// <summary>The plain text of a letter.</summary>
public static class LetterText
{
    /// <summary>Writes it in the language being spoken, with CRLF line ends, as mail wants them; lines are not wrapped, since links must stay whole.</summary>
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
        Part.Paragraph p => p.Text.ToString(),
        Part.SmallPrint p => p.Text.ToString(),
        Part.Quote p => "> " + p.Text.ToString().ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal),
        Part.Facts p => string.Join('\n', p.Items.Select(f => Say($"{f.Label}: {f.Value}"))),
        Part.Bullets p => string.Join('\n', p.Items.Select(i => $"- {i}")),
        Part.Button p => $"{Say($"{p.Label}:")}\n{p.Address}",
        Part.Link p => $"{Say($"{p.Label}:")}\n{p.Address}",
        Part.Code p => $"    {p.Digits}",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
