using System.Globalization;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Learned;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies.Comparison;

/// <summary>Compares what two policies listen for in texts: word signals and what was learned.</summary>
internal static class ListeningComparison
{
    public static void Compare(Policy from, Policy to, ChangeList changes)
    {
        changes.Demands("signals", "Languages", from.Signals.Select(s => s.Language), to.Signals.Select(s => s.Language));
        var exemptions = to.Rules.Concat(from.Rules).SelectMany(r => (r.Sentence?.Except ?? []).Concat(r.Anywhere?.Except ?? [])).ToHashSet(StringComparer.Ordinal);
        foreach (var signals in to.Signals)
        {
            if (from.Signals.FirstOrDefault(s => s.Language == signals.Language) is { } before)
            {
                Compare($"signals.{signals.Language}", before, signals, exemptions, changes);
            }
        }

        Compare(from.Learned, to.Learned, changes);

        // A model can only raise; what makes it laxer to ask one is that texts leave the house.
        changes.Exemptions("models", "Hosts that declarations are sent to", from.Models.Select(m => m.Host), to.Models.Select(m => m.Host));
        changes.Exemptions("models", "Hosts that personal data is sent to", Trusted(from), Trusted(to));
        changes.Demands("models", "Hosts whose word is a finding", Believed(from), Believed(to));
    }

    private static IEnumerable<string> Trusted(Policy policy) => policy.Models.Where(m => m.PersonalData).Select(m => m.Host);

    private static IEnumerable<string> Believed(Policy policy) => policy.Models.Where(m => m.Raises is ModelWord.Finding).Select(m => m.Host);

    private static void Compare(string part, WordSignals from, WordSignals to, HashSet<string> exemptions, ChangeList changes)
    {
        foreach (var concept in from.Concepts.Union(to.Concepts, StringComparer.Ordinal))
        {
            if (exemptions.Contains(concept))
            {
                changes.Exemptions($"{part}.{concept}", "Phrases that exempt", Texts(from, concept), Texts(to, concept));
            }
            else
            {
                changes.Demands($"{part}.{concept}", "Phrases", Texts(from, concept), Texts(to, concept));
            }
        }

        changes.Exemptions($"{part}.negation", "Words that negate", Texts(from.Negation), Texts(to.Negation));
        changes.Demands($"{part}.negation", "Words at which it ends", Texts(from.Negation.EndsAt), Texts(to.Negation.EndsAt));
        changes.Demands($"{part}.negation", "Words that only look like it", Texts(from.Negation.Except), Texts(to.Negation.Except));
        changes.Most($"{part}.negation.reach", from.Negation.Reach, to.Negation.Reach, Number);
        changes.Most($"{part}.negation.after-reach", from.Negation.AfterReach, to.Negation.AfterReach, Number);
    }

    private static void Compare(LearnedSignal? from, LearnedSignal? to, ChangeList changes)
    {
        if (from is not null && to is not null)
        {
            changes.Value("learned.model", from.Model.Stamp, to.Model.Stamp, stamp => $"'{stamp[..8]}'");
        }

        foreach (var code in LearnedModel.Codes)
        {
            var part = $"learned.findings.{Wire.Word(code)}";
            changes.Most($"{part}.raise-at", Of(from, code, l => l.RaiseAt), Of(to, code, l => l.RaiseAt), Score);
            changes.Most($"{part}.doubt-at", Of(from, code, l => l.DoubtAt), Of(to, code, l => l.DoubtAt), Score);
        }
    }

    // What is not listened for is raised at a score that nothing reaches.
    private static double Of(LearnedSignal? learned, FindingCode code, Func<Listening, double?> score) =>
        learned?.Findings.GetValueOrDefault(code) is { } listening ? score(listening) ?? double.PositiveInfinity : double.PositiveInfinity;

    private static IEnumerable<string> Texts(WordSignals signals, string concept) => Texts(signals.Phrases.GetValueOrDefault(concept) ?? []);

    private static IEnumerable<string> Texts(Negation negation) => Texts([.. negation.Words, .. negation.After]);

    private static IEnumerable<string> Texts(IReadOnlyList<Phrase> phrases) => phrases.Select(p => p.Text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Score(double score) => double.IsInfinity(score) ? "'never'" : score.ToString("0.00", CultureInfo.InvariantCulture);
}
