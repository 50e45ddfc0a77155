using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Models;

/// <summary>Reads what a model wrote, as something that a stranger wrote.</summary>
internal static class ModelAnswer
{
    // Longer than any answer to a declaration of the longest kind.
    private const int Longest = 100_000;

    /// <summary>Its claims; null when the answer has not the form that was asked for. Findings that nobody knows are left out.</summary>
    public static IReadOnlyList<Claim>? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, ModelJson.Default.Answer)?.Findings
                .Select(f => Wire.ReadExactly<FindingCode>(f.Finding) is { } code ? new Claim(code, f.Quote) : null)
                .OfType<Claim>().ToList();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Answer(IReadOnlyList<Answered> Findings);

    internal sealed record Answered(string Finding, string Quote);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ModelAnswer.Answer))]
[JsonSerializable(typeof(IReadOnlyList<ReadableText>))]
internal sealed partial class ModelJson : JsonSerializerContext;
