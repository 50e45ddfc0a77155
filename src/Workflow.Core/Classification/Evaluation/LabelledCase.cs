using Workflow.Core.Requests;

namespace Workflow.Core.Classification.Evaluation;

/// <summary>A declaration with what a person found in it, to measure a classifier by or to teach one.</summary>
/// <param name="Id">Unique in its document.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Declaration">What the classifier reads: of a mail, what its author wrote this time.</param>
/// <param name="Tier">What it should come to.</param>
/// <param name="Findings">What should be found; nothing else should.</param>
/// <param name="Hard">Why it is hard, in short words such as <c>neg</c>; mostly empty.</param>
public sealed record LabelledCase(
    string Id,
    string Language,
    Declaration Declaration,
    Tier Tier,
    IReadOnlySet<FindingCode> Findings,
    IReadOnlyList<string> Hard);
