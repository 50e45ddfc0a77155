using System.Globalization;
using Workflow.Core.Documents;

namespace Workflow.Web.Admin;

/// <summary>The register as CSV.</summary>
internal static class RegisterSheet
{
    private static readonly Sheet<RegisterRow> Sheet = new(
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
        ("Record SHA-256", r => r.RecordSha256));

    /// <summary>A head and a line for each row.</summary>
    public static string Of(IReadOnlyList<RegisterRow> rows) => Sheet.Of(rows);

    private static string Condition(RegisterRow.Condition c) =>
        $"{c.Number}. {c.Text} ({AdminStanding.Condition(c.MetAt, c.DueOn, c.WasOverdue)}{(c.Owner is null ? "" : $", by {c.Owner}")})";

    private static string Consent(RegisterRow.Consent c) =>
        $"{c.Person}: {c.Kind}, {c.Scope}, signed by {c.SignedBy}, from {Day(c.From)}{(c.Until is null ? "" : $" to {Day(c.Until)}")}";

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
