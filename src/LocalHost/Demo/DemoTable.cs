using Spectre.Console;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>What became of each sample and why, as a table for the terminal.</summary>
internal static class DemoTable
{
    public static Table Of(IReadOnlyList<Case> cases)
    {
        var table = new Table().Border(TableBorder.Horizontal).ShowRowSeparators().AddColumns("Request", "Tier", "Outcome", "What and why");
        foreach (var column in table.Columns.Take(3))
        {
            column.NoWrap();
        }

        foreach (var c in cases)
        {
            var outcome = c.IsAsExpected ? Colour(c.Outcome) : $"[red]{c.Outcome}, not {c.Part.Expected}[/]";
            table.AddRow(
                c.Id?.ToString() ?? "-",
                c.Request?.Assessment is { } assessment ? Wire.Word(assessment.Tier) : "-",
                outcome,
                $"[bold]{Markup.Escape(c.Part.Sample)}[/]\n{Markup.Escape(Why(c))}");
        }

        return table;
    }

    private static string Why(Case c)
    {
        if (c.Request is not { } request)
        {
            return c.Refusal;
        }

        string[] parts =
        [
            string.Join(", ", request.Assessment?.Findings.Select(f => Wire.Word(f.Code)).Distinct() ?? []),
            request.Assessment is { Findings: [], Doubts: [var doubt, ..] } ? doubt.Reason : "",
            .. request.Consents.Select(Shown),
            .. request.Decisions.Select(Said),
            request.Outcome?.Kind is OutcomeKind.Expired or OutcomeKind.Acknowledged or OutcomeKind.Withdrawn ? Ending(request) : "",
        ];
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    private static string Shown(Consent consent) => consent switch
    {
        { Check: { Accepted: true } check } => $"{check.By.Name} accepted {Named(consent)}",
        { Check: { } check } => $"{check.By.Name} refused {Named(consent)}: {check.Comment}",
        _ => $"nobody checked {Named(consent)}",
    };

    private static string Named(Consent consent) => $"the consent of {consent.Evidence.Person} ({Wire.Word(consent.Evidence.Kind)})";

    private static string Said(Decided decided) => decided.Decision switch
    {
        { Kind: DecisionKind.Approve } => $"{decided.By.Name}: yes",
        { Kind: DecisionKind.ApproveWithConditions } d => $"{decided.By.Name}: yes, if: {string.Join("; ", d.Conditions)}",
        { Kind: DecisionKind.Reject } d => $"{decided.By.Name}: no: {d.Comment}",
        { Kind: DecisionKind.AskForInformation } d => $"{decided.By.Name} asked: {d.Comment}",
        _ => throw new InvalidOperationException($"{decided.Decision.Kind} has no words."),
    };

    private static string Ending(RequestState request)
    {
        var asked = request.Asks.Where(a => a.Overdue).Select(a => $"{a.Person.Name} ({a.Seat}, {a.Candidate.Capacity.ToString().ToLowerInvariant()})").ToList();
        var silent = asked.Count > 0 && request.Decisions.Count == 0 ? $"no answer from {string.Join(", ", asked)}" : "";
        return string.Join(": ", new[] { silent, request.Outcome!.Reason ?? "" }.Where(s => s.Length > 0));
    }

    private static string Colour(string outcome) => outcome switch
    {
        "approved" or "acknowledged" => $"[green]{outcome}[/]",
        "expired" or "withdrawn" => $"[yellow]{outcome}[/]",
        _ => outcome,
    };
}
