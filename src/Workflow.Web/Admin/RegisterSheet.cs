using System.Globalization;
using System.Text;

namespace Workflow.Web.Admin;

/// <summary>
/// The register as CSV (RFC 4180). Spreadsheets run what looks like a formula: a cell that begins like one gets a quote
/// in front, because anybody can choose the title of a request.
/// </summary>
internal static class RegisterSheet
{
    private static readonly (string Head, Func<RegisterRow, string?> Cell)[] Columns =
    [
        ("Request", r => r.Request),
        ("Version", r => r.Version.ToString(CultureInfo.InvariantCulture)),
        ("New version goes round", r => r.NewVersionGoesRound ? "yes" : "no"),
        ("Production", r => r.Production),
        ("Title", r => r.Title),
        ("Outcome", r => r.Outcome),
        ("Standing", r => r.Standing),
        ("Suspended for", r => Lines(r.SuspendedFor)),
        ("Revoked for", r => r.RevokedFor),
        ("Since (UTC)", r => Instant(r.Since)),
        ("Until (UTC)", r => Instant(r.Until)),
        ("Use", r => r.Use),
        ("Final deliverable", r => r.FinalDeliverable),
        ("Tools", r => Lines(r.Tools)),
        ("People depicted", r => Lines(r.PeopleDepicted)),
        ("Territory", r => r.Territory),
        ("From", r => Day(r.From)),
        ("To", r => Day(r.To)),
        ("Conditions", r => Lines(r.Conditions.Select(Condition))),
        ("Consents", r => Lines(r.Consents.Select(Consent))),
        ("Record", r => r.Record?.AbsoluteUri),
        ("Record SHA-256", r => r.RecordSha256),
    ];

    /// <summary>A head and a line for each row, with line breaks as the RFC wants them.</summary>
    public static string Of(IReadOnlyList<RegisterRow> rows)
    {
        var sheet = new StringBuilder();
        sheet.AppendJoin(',', Columns.Select(c => Quoted(c.Head))).Append("\r\n");
        foreach (var row in rows)
        {
            sheet.AppendJoin(',', Columns.Select(c => Quoted(Harmless(c.Cell(row) ?? "")))).Append("\r\n");
        }

        return sheet.ToString();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Harmless(string text) =>
        text.AsSpan().TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' ? $"'{text}" : text;

    private static string Condition(RegisterRow.Condition c) =>
        $"{c.Number}. {c.Text} ({AdminStanding.Condition(c.MetAt, c.DueOn, c.WasOverdue)}{(c.Owner is null ? "" : $", by {c.Owner}")})";

    private static string Consent(RegisterRow.Consent c) =>
        $"{c.Person}: {c.Kind}, {c.Scope}, signed by {c.SignedBy}, from {Day(c.From)}{(c.Until is null ? "" : $" to {Day(c.Until)}")}";

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
