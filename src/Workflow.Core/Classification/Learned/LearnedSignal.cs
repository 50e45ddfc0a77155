namespace Workflow.Core.Classification.Learned;

/// <summary>How a policy listens to a learned model: beside the rules, to hear what no list of words foresees.</summary>
/// <param name="Model">What was learned.</param>
/// <param name="Findings">What it is listened to for.</param>
/// <remarks>It can raise a finding or ask a person to look. It never lowers anything.</remarks>
public sealed record LearnedSignal(LearnedModel Model, IReadOnlyDictionary<FindingCode, Listening> Findings);

/// <summary>From which scores on a learned model is believed about one finding.</summary>
/// <param name="RaiseAt">A sentence that scores so much raises the finding; about 0 is undecided, 1 as sure as an example.</param>
/// <param name="DoubtAt">One that scores so much makes a person look; not above <paramref name="RaiseAt"/>.</param>
/// <param name="Doubt">Why somebody should look, in words a person understands.</param>
/// <param name="Tier">The least tier that the raised finding demands.</param>
/// <param name="Source">The guideline section that the finding rests on.</param>
public sealed record Listening(double RaiseAt, double DoubtAt, string Doubt, Tier Tier, string Source);
