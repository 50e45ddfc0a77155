using System.Text.Json.Serialization;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace LocalHost.Commands;

/// <summary>What a policy makes of a declaration that nobody has submitted.</summary>
/// <param name="Title">Of the declaration.</param>
/// <param name="Tier">The strictest that anything demands, open questions included.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Doubts">Why a person should look.</param>
/// <param name="Open">The questions that the submitter would still be asked, by the names of the form's fields.</param>
/// <param name="Policy">What judged it.</param>
/// <param name="Classifier">The classifier's version.</param>
internal sealed record Classified(
    string Title,
    Tier Tier,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Doubt> Doubts,
    IReadOnlyList<string> Open,
    PolicyStamp Policy,
    string Classifier)
{
    public static Classified Of(Policy policy, Declaration declaration)
    {
        var assessment = Workflow.Core.Classification.Classifier.Assess(policy, declaration, []);
        return new Classified(
            declaration.Title, assessment.Tier, assessment.Findings, assessment.Doubts, declaration.Missing(), assessment.Policy, assessment.Classifier);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters = [typeof(KebabWords<Tier>), typeof(KebabWords<FindingCode>)])]
[JsonSerializable(typeof(List<Classified>))]
internal sealed partial class ClassifiedJson : JsonSerializerContext;
