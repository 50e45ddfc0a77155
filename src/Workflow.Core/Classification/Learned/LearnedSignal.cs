using Workflow.Core.Classification.Signals;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification.Learned;

/// <summary>How a policy listens to a learned model: beside the rules, to hear what no list of words foresees.</summary>
/// <param name="Model">What was learned.</param>
/// <param name="Findings">What it is listened to for.</param>
public sealed record LearnedSignal(LearnedModel Model, IReadOnlyDictionary<FindingCode, Listening> Findings)
{
    /// <summary>
    /// Adds what is heard: a finding, or a doubt where the model is less sure. Nothing is taken away or changed, and what
    /// the rules found as strictly already is not said again.
    /// </summary>
    internal void AddTo(List<Finding> findings, List<Doubt> doubts, IEnumerable<Hearing> sentences)
    {
        var heard = LearnedHearing.Of(Model, sentences);
        foreach (var code in LearnedModel.Codes)
        {
            var score = heard.Score(code);
            if (!Findings.TryGetValue(code, out var listening) || score < listening.DoubtAt || findings.Exists(f => f.Code == code && f.Tier >= listening.Tier))
            {
                continue;
            }

            var rule = $"learned-{Wire.Word(code)}";
            var evidence = heard.EvidenceFor(code);
            if (score >= listening.RaiseAt)
            {
                findings.Add(new Finding(code, rule, listening.Source, listening.Tier, evidence));
            }
            else
            {
                doubts.Add(new Doubt(listening.Doubt, rule, listening.Source, Tier.Review, evidence));
            }
        }
    }
}

/// <summary>
/// From which scores on a learned model is believed about one finding. Where the examples have the finding it aims at 1,
/// where they have not at 0; a text unlike all examples scores below 0.
/// </summary>
/// <param name="RaiseAt">A score that raises the finding; null when none does, because the model is never sure enough.</param>
/// <param name="DoubtAt">A score at which a person looks; not above <paramref name="RaiseAt"/>.</param>
/// <param name="Doubt">Why somebody should look, in words a person understands.</param>
/// <param name="Tier">The least tier that the raised finding demands.</param>
/// <param name="Source">The guideline section that the finding rests on.</param>
public sealed record Listening(double? RaiseAt, double DoubtAt, string Doubt, Tier Tier, string Source);
