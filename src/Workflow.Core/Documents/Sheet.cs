using System.Text;

namespace Workflow.Core.Documents;

/// <summary>
/// Rows as CSV (RFC 4180). Spreadsheets run what looks like a formula: a cell that begins like one gets a quote in front,
/// because anybody can choose the title of a request.
/// </summary>
/// <param name="columns">The head of each column, and its cell of a row; null: empty.</param>
public sealed class Sheet<T>(params IReadOnlyList<(string Head, Func<T, string?> Cell)> columns)
{
    /// <summary>A head and a line for each row, with line breaks as the RFC wants them.</summary>
    public string Of(IEnumerable<T> rows)
    {
        var sheet = new StringBuilder();
        sheet.AppendJoin(',', columns.Select(c => Quoted(c.Head))).Append("\r\n");
        foreach (var row in rows)
        {
            sheet.AppendJoin(',', columns.Select(c => Quoted(Harmless(c.Cell(row) ?? "")))).Append("\r\n");
        }

        return sheet.ToString();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Harmless(string text) =>
        text.AsSpan().TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' ? $"'{text}" : text;
}
