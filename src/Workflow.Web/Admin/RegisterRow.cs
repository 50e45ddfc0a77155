using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Web.Admin;

/// <summary>A line of the register for programs and spreadsheets. Instants in UTC, choices as the words of forms and API.</summary>
internal sealed record RegisterRow(
    string Request,
    int Version,
    bool NewVersionGoesRound,
    string Production,
    string Title,
    string Outcome,
    string Standing,
    IReadOnlyList<string> SuspendedFor,
    string? RevokedFor,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    string? Use,
    string? FinalDeliverable,
    IReadOnlyList<string> Tools,
    IReadOnlyList<string> PeopleDepicted,
    string? Territory,
    DateOnly? From,
    DateOnly? To,
    IReadOnlyList<RegisterRow.Condition> Conditions,
    IReadOnlyList<RegisterRow.Consent> Consents,
    Uri? Record,
    string? RecordSha256)
{
    /// <summary>A condition; not met while <paramref name="MetAt"/> is null.</summary>
    public sealed record Condition(int Number, string Text, DateOnly? DueOn, string? Owner, DateTimeOffset? MetAt, bool WasOverdue);

    /// <summary>An accepted consent.</summary>
    public sealed record Consent(
        string Person, string Kind, string Scope, string SignedBy, DateOnly From, DateOnly? Until, string Sha256, string CheckedBy, DateTimeOffset CheckedAt);

    /// <summary>The same line as the core projects it.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="record">Address of its record; null when there is none.</param>
    public static RegisterRow Of(RegisterEntry entry, Uri? record) => new(
        entry.Request.ToString(),
        entry.Amendment,
        entry.IsChanging,
        entry.Use.Production ?? "",
        entry.Use.Title,
        Wire.Word(entry.Outcome),
        Wire.Word(entry.Standing),
        [.. entry.Suspensions.Select(Wire.Word)],
        entry.Reason,
        entry.Since,
        entry.Until,
        entry.Use.Use is { } use ? Wire.Word(use) : null,
        entry.Use.FinalDeliverable is { } final ? Wire.Word(final) : null,
        [.. entry.Use.Tools.Select(ToolOf)],
        entry.Use.PeopleDepicted,
        entry.Use.Territory,
        entry.Use.From,
        entry.Use.To,
        [.. entry.Conditions.Select(o => new Condition(o.Number, o.Condition.Text, o.Condition.DueOn, o.Condition.Owner, o.MetAt, o.WasOverdue))],
        [.. entry.Consents.Select(ConsentOf)],
        record,
        entry.RecordHash);

    private static string ToolOf(Tool tool) =>
        string.Join(", ", new[] { tool.Name, tool.Vendor, tool.Plan, tool.Terms }.Where(part => !string.IsNullOrEmpty(part)));

    private static Consent ConsentOf(Core.Approval.Consent consent)
    {
        var (evidence, check) = (consent.Evidence, consent.Check!);
        return new Consent(
            evidence.Person, Wire.Word(evidence.Kind), evidence.Scope, evidence.SignedBy, evidence.From, evidence.Until, evidence.Document.Sha256, check.By.Name, check.At);
    }
}
