using System.Text.Json.Serialization;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Policies;

namespace LocalHost.Commands;

/// <summary>What <c>approvals policy eval --json</c> prints.</summary>
internal sealed record EvalReport(
    PolicyStamp Policy, string Classifier, bool Learned, Scores Scores, IReadOnlyList<Measure> Demands, IReadOnlyList<WrongCase> Wrong)
{
    public static EvalReport Of(Policy policy, Scores scores, IReadOnlyList<Measure> measures, IReadOnlyList<JudgedCase> judged) => new(
        policy.Stamp,
        Workflow.Core.Classification.Classifier.Version,
        policy.Learned is not null,
        scores,
        measures,
        [.. judged.Where(j => !j.IsRight).Select(WrongCase.Of)]);
}

/// <summary>A case that came out wrong.</summary>
internal sealed record WrongCase(
    string Id,
    string Language,
    Tier Expected,
    Tier Given,
    IReadOnlyList<FindingCode> Missed,
    IReadOnlyList<Finding> TooMuch,
    IReadOnlyList<Doubt> Doubts)
{
    public static WrongCase Of(JudgedCase judged) => new(
        judged.Case.Id,
        judged.Case.Language,
        judged.Case.Tier,
        judged.Tier,
        [.. judged.Case.Findings.Except(judged.Findings).Order()],
        [.. judged.Assessment.Findings.Where(f => !judged.Case.Findings.Contains(f.Code))],
        judged.Assessment.Doubts);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters = [typeof(KebabWords<Tier>), typeof(KebabWords<FindingCode>)])]
[JsonSerializable(typeof(EvalReport))]
internal sealed partial class EvalJson : JsonSerializerContext;
