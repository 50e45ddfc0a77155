using Spectre.Console;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace LocalHost.Commands;

/// <summary>What a policy makes of a declaration, as people read it in a terminal.</summary>
internal static class ClassifiedText
{
    public static void Write(IAnsiConsole console, Policy policy, Classified classified)
    {
        console.MarkupLine($"[bold]{Markup.Escape(classified.Title)}[/]: [{ColourOf(classified.Tier)}]{Wire.Word(classified.Tier)}[/]");
        foreach (var finding in classified.Findings)
        {
            console.MarkupLine($"  [{ColourOf(finding.Tier)}]{Wire.Word(finding.Code)}[/] {Markup.Escape(policy.Findings[finding.Code].Text)}");
            Because(console, finding.Rule, finding.Source, finding.Evidence);
        }

        foreach (var doubt in classified.Doubts)
        {
            console.MarkupLine($"  [{ColourOf(doubt.Tier)}]doubt[/] {Markup.Escape(doubt.Reason)}");
            Because(console, doubt.Rule, doubt.Source, doubt.Evidence);
        }

        if (classified.Open.Count > 0)
        {
            console.MarkupLine($"  [grey]The submitter would still be asked for: {string.Join(", ", classified.Open)}.[/]");
        }
    }

    public static void Write(IAnsiConsole console, IReadOnlyList<HeardSentence> heard)
    {
        foreach (var sentence in heard)
        {
            console.MarkupLine($"  [grey]{Markup.Escape(sentence.Sentence.Field)}:[/] {Markup.Escape(sentence.Sentence.Quote)}");
            foreach (var (concept, words) in sentence.Concepts)
            {
                console.MarkupLine($"    {Markup.Escape(concept)} [italic]{Markup.Escape(words)}[/]");
            }
        }
    }

    private static void Because(IAnsiConsole console, string rule, string source, IReadOnlyList<Evidence> evidence)
    {
        foreach (var e in evidence)
        {
            console.MarkupLine($"    {Markup.Escape(e.Field)}{(e.Start is { } start ? $":{start}" : "")} [italic]{Markup.Escape(e.Quote)}[/]");
        }

        console.MarkupLine($"    [grey]{Markup.Escape(rule)} · {Markup.Escape(source)}[/]");
    }

    private static string ColourOf(Tier tier) => tier switch
    {
        Tier.Notify => "green",
        Tier.Review => "yellow",
        _ => "red",
    };
}
