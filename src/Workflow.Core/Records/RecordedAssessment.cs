using Workflow.Core.Classification;

namespace Workflow.Core.Records;

/// <summary>What judged the declaration, and what it saw.</summary>
/// <param name="Policy">Which policy document.</param>
/// <param name="Classifier">The classifier's version.</param>
/// <param name="Tier"><c>notify</c>, <c>review</c> or <c>written</c>.</param>
/// <param name="Route">The name of the route it went.</param>
/// <param name="Findings">In the order of the policy's rules.</param>
/// <param name="Doubts">Reasons to look that are no findings.</param>
public sealed record RecordedAssessment(
    RecordedPolicy Policy,
    string Classifier,
    string Tier,
    string Route,
    IReadOnlyList<RecordedFinding> Findings,
    IReadOnlyList<RecordedDoubt> Doubts)
{
    internal static RecordedAssessment Of(Assessment assessment) => new(
        new RecordedPolicy(
            assessment.Policy.Id, assessment.Policy.Version, assessment.Policy.SourceRead, assessment.Policy.Sha256),
        assessment.Classifier,
        WrittenRecord.Word(assessment.Tier),
        assessment.Route.Name,
        [.. assessment.Findings.Select(f => new RecordedFinding(
            WrittenRecord.Word(f.Code), f.Rule, f.Source, WrittenRecord.Word(f.Tier), Quotes(f.Evidence)))],
        [.. assessment.Doubts.Select(d => new RecordedDoubt(
            d.Reason, d.Rule, d.Source, WrittenRecord.Word(d.Tier), Quotes(d.Evidence)))]);

    private static IReadOnlyList<RecordedEvidence> Quotes(IEnumerable<Evidence> evidence) =>
        [.. evidence.Select(e => new RecordedEvidence(e.Field, e.Quote))];
}

/// <summary>The policy's id, version, the day its source was read, and the SHA-256 of its text.</summary>
public sealed record RecordedPolicy(string Id, string Version, DateOnly SourceRead, string Sha256);

/// <summary>One reason that the policy saw.</summary>
/// <param name="Code">Such as <c>digital-replica</c>.</param>
/// <param name="Rule">The id of the rule that fired.</param>
/// <param name="Source">The guideline section it rests on.</param>
/// <param name="Tier">The least tier that it demanded.</param>
/// <param name="Evidence">The answers and quotes that it rests on.</param>
public sealed record RecordedFinding(
    string Code, string Rule, string Source, string Tier, IReadOnlyList<RecordedEvidence> Evidence);

/// <summary>A reason to look that is no finding.</summary>
public sealed record RecordedDoubt(
    string Reason, string Rule, string Source, string Tier, IReadOnlyList<RecordedEvidence> Evidence);

/// <summary>A field of the declaration and what stood there.</summary>
public sealed record RecordedEvidence(string Field, string Quote);
