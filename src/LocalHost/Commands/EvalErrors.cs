using System.Globalization;
using Spectre.Console;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Requests;

namespace LocalHost.Commands;

/// <summary>The cases that came out wrong, each with what was missed, what was too much, and the words it rests on.</summary>
internal static class EvalErrors
{
    public static void Write(IAnsiConsole console, IReadOnlyList<JudgedCase> judged)
    {
        foreach (var wrong in judged.Where(j => !j.IsRight))
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{wrong.Case.Id}[/] ({wrong.Case.Language}) expected {Wire.Word(wrong.Case.Tier)}, came to {Wire.Word(wrong.Tier)}: {wrong.Case.Declaration.Title}");
            foreach (var missed in wrong.Case.Findings.Except(wrong.Findings).Order())
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [red]missed[/] {Wire.Word(missed)}");
            }

            foreach (var finding in wrong.Assessment.Findings.Where(f => !wrong.Case.Findings.Contains(f.Code)))
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [yellow]too much[/] {Wire.Word(finding.Code)} by {finding.Rule}: {Quotes(finding.Evidence)}");
            }

            foreach (var doubt in wrong.Assessment.Doubts.Where(_ => wrong.Tier > wrong.Case.Tier))
            {
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [yellow]doubt[/] {doubt.Rule}: {Quotes(doubt.Evidence)}");
            }
        }
    }

    private static string Quotes(IReadOnlyList<Evidence> evidence) => string.Join(" · ", evidence.Select(e => $"{e.Field} “{e.Quote}”"));
}
