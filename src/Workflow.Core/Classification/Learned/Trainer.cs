using System.Globalization;
using System.Security.Cryptography;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Policies;

namespace Workflow.Core.Classification.Learned;

/// <summary>Learns a model from labelled declarations.</summary>
/// <remarks>
/// A label belongs to a declaration, and nobody says which sentence bears it. So each finding is learned from the
/// sentence that speaks for it most where it is present, and from all sentences where it is absent: a linear model with
/// squared hinge loss, by gradient descent. Nothing but additions, multiplications, divisions and square roots of single
/// precision in a fixed order: the same corpus gives the same bytes on every machine.
/// </remarks>
public static class Trainer
{
    /// <summary>Raised whenever the same corpus could give another model.</summary>
    public const string Version = "2";

    /// <summary>Learns.</summary>
    /// <param name="cases">What to learn from; their order does not matter.</param>
    /// <param name="policy">Whose signals say what a sentence speaks of.</param>
    /// <param name="cancellationToken">Ends it between two rounds.</param>
    public static LearnedModel Train(IReadOnlyList<LabelledCase> cases, Policy policy, CancellationToken cancellationToken)
    {
        var examples = ExamplesOf(cases, policy);
        return Quantiser.Quantise(new Descent(examples).Run(cancellationToken), StampOf(examples));
    }

    /// <summary>What a model learned from these would be stamped with: tells whether one is still of its corpus and signals.</summary>
    public static string StampOf(IReadOnlyList<LabelledCase> cases, Policy policy) => StampOf(ExamplesOf(cases, policy));

    private static List<Example> ExamplesOf(IReadOnlyList<LabelledCase> cases, Policy policy) =>
        [.. cases.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => Example.Of(c, policy.Lexicon)).Where(e => e.Sentences.Length > 0)];

    // Over what the trainer sees, so that a change in how sentences are cut is noticed too.
    private static string StampOf(List<Example> examples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(Version);
        foreach (var example in examples)
        {
            Append(string.Concat(example.Labels.Select(l => l ? '1' : '0')));
            Append(example.Titles.ToString(CultureInfo.InvariantCulture));
            foreach (var sentence in example.Sentences)
            {
                Append(string.Join(' ', sentence.Select(f => f.ToString(CultureInfo.InvariantCulture))));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string text) => hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
    }
}
