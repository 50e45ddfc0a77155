using Workflow.Core.Classification.Signals;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification;

/// <summary>What a sentence is heard to speak of: for authors of signals, to see why a rule fires or does not.</summary>
/// <param name="Sentence">The sentence, as evidence would quote it.</param>
/// <param name="Concepts">Each with the words in which it is heard, by the names that rules use.</param>
public sealed record HeardSentence(Evidence Sentence, IReadOnlyDictionary<string, string> Concepts)
{
    /// <summary>Listens to a declaration with the signals of a policy; sentences that can be read in two ways come twice.</summary>
    public static IReadOnlyList<HeardSentence> In(Policy policy, Declaration declaration) =>
    [
        .. Hearing.Of([.. SearchedText.About(declaration), .. SearchedText.AboutTools(declaration)], policy.Lexicon)
            .Select(h => new HeardSentence(
                h.Quote(new Place(0, h.Sentence.Length - 1)), h.Concepts.ToDictionary(c => c.Key, c => h.Quote(c.Value).Quote, StringComparer.Ordinal))),
    ];
}
