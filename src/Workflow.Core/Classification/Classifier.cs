using Workflow.Core.Classification.Signals;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification;

/// <summary>Applies a policy to a declaration.</summary>
/// <remarks>
/// Pure and linear in the length of the texts. Each sentence is judged on its own, and a rule that has fired stays
/// fired whatever else is written: further sentences only raise. The one exception is a declaration too short to be
/// judged, which becomes judgeable by saying more in the declaration itself.
/// </remarks>
public static class Classifier
{
    /// <summary>Raised whenever the same policy and texts could lead elsewhere.</summary>
    public const string Version = "3";

    // Enough for a person to see why; a text of twenty thousand characters could hold thousands.
    private const int MostEvidence = 20;

    // A title and fewer words than this do not say what is done, with what and for which scene.
    private const int FewestWords = 6;

    /// <summary>What the policy makes of a declaration.</summary>
    /// <param name="judge">The policy to judge by; its overlays apply as they do to the declared production.</param>
    /// <param name="declaration">Its newest revision.</param>
    /// <param name="furtherTexts">Answers given in information rounds, in order; evidence cites them as <c>information[0]</c>.</param>
    public static Assessment Assess(Policy judge, Declaration declaration, IEnumerable<string> furtherTexts)
    {
        var policy = judge.For(declaration.Production);
        SearchedText[] about = [.. SearchedText.About(declaration)];
        SearchedText[] texts = [.. about, .. SearchedText.AboutTools(declaration), .. SearchedText.Further(furtherTexts)];
        var heard = Hearing.Of(texts, policy.Lexicon);
        var answers = DeclaredAnswers.Of(declaration);
        var findings = new List<Finding>();
        var doubts = new List<Doubt>();
        foreach (var rule in policy.Rules)
        {
            var evidence = EvidenceFor(rule, policy, answers, about, texts, heard);
            if (evidence is null)
            {
                continue;
            }

            if (rule.Finding is { } code)
            {
                findings.Add(new Finding(code, rule.Id, rule.Source, rule.Tier, evidence));
            }
            else
            {
                doubts.Add(new Doubt(rule.Doubt!, rule.Id, rule.Source, rule.Tier, evidence));
            }
        }

        policy.Learned?.AddTo(findings, doubts, heard);
        var tier = findings.Select(f => f.Tier).Concat(doubts.Select(d => d.Tier)).Append(Tier.Notify).Max();
        var route = policy.RouteFor(tier, findings.Select(f => f.Code).ToHashSet(), [.. findings.Select(f => f.Rule), .. doubts.Select(d => d.Rule)]);
        return new Assessment(policy.Stamp, Version, tier, findings, doubts, route);
    }

    // Null when the rule does not fire.
    private static List<Evidence>? EvidenceFor(
        Rule rule, Policy policy, DeclaredAnswers answers, SearchedText[] about, SearchedText[] texts, IReadOnlyList<Hearing> heard)
    {
        if (!answers.Pass(rule.Declared))
        {
            return null;
        }

        var spoken = rule.Sentence is { } sentence ? SpokenOf(sentence, heard) : [];
        var scattered = rule.Anywhere is { } anywhere ? ScatteredOf(anywhere, heard) : [];
        var proof = rule.Text is { } text ? EvidenceFor(text, policy, about, texts) : null;
        return spoken is null || scattered is null || (rule.Text is not null && proof is null)
            ? null
            : [.. answers.EvidenceFor(rule.Declared), .. spoken, .. scattered, .. proof is null ? [] : new[] { proof }];
    }

    // Null when no sentence passes. Most rules fire in few declarations, so nothing is made before one does.
    private static List<Evidence>? SpokenOf(SentenceTest test, IReadOnlyList<Hearing> heard)
    {
        List<Evidence>? evidence = null;
        foreach (var sentence in heard)
        {
            if (sentence.Passes(test))
            {
                evidence ??= [];
                evidence.AddRange(sentence.EvidenceFor(test));
            }
        }

        return evidence is null ? null : [.. evidence.Distinct().Take(MostEvidence)];
    }

    // Null when the declaration as a whole does not speak of it: for each concept its first place.
    private static List<Evidence>? ScatteredOf(SentenceTest test, IReadOnlyList<Hearing> heard)
    {
        var evidence = new List<Evidence>();
        for (var i = 0; i < test.All.Count; i++)
        {
            if (FirstOf(test.All[i], test, heard) is not { } place)
            {
                return null;
            }

            evidence.Add(place);
        }

        var any = test.Any.Select(concept => FirstOf(concept, test, heard)).FirstOrDefault(place => place is not null);
        return test.Any.Count > 0 && any is null ? null : [.. evidence.Concat(any is null ? [] : [any]).Distinct()];
    }

    private static Evidence? FirstOf(string concept, SentenceTest test, IReadOnlyList<Hearing> heard)
    {
        foreach (var sentence in heard)
        {
            if (sentence.Concepts.TryGetValue(concept, out var place) && !sentence.IsExempt(test))
            {
                return sentence.Quote(place);
            }
        }

        return null;
    }

    private static Evidence? EvidenceFor(TextTest test, Policy policy, SearchedText[] about, SearchedText[] texts) => test switch
    {
        TextTest.TooShort => about.Sum(t => t.Sentences.Sum(s => s.Length)) < FewestWords
            ? new Evidence("description", about.FirstOrDefault(t => t.Field == "description")?.Text ?? "")
            : null,
        TextTest.UnknownLanguage => texts
            .SelectMany(t => t.Readings.Where(policy.Lexicon.IsForeign).Select(s => t.Quote(s[0].Start, s[^1].End)))
            .FirstOrDefault(),
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };
}
