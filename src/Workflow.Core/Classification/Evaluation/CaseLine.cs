using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Core.Intake;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification.Evaluation;

/// <summary>A line of a document of labelled declarations: see <c>policies/cases/README.md</c>.</summary>
internal sealed record CaseLine(
    string Id, string Lang, Channel Channel, string Subject, string Text, CaseAnswers? Declared, CaseExpectation Expect, IReadOnlyList<string>? Hard = null)
{
    public LabelledCase ToCase()
    {
        // As at the intake: of a mail only what its author wrote this time is declared.
        var fresh = Channel is Channel.Email ? FreshText.Of(Text) : Text;
        var declaration = new Declaration
        {
            Title = Subject,
            Description = fresh.Length > 0 ? fresh : Text,
            Use = Declared?.Use,
            FinalDeliverable = Declared?.FinalDeliverable,
            Principles = Declared?.Principles ?? new PrincipleAnswers(),
        };
        return new LabelledCase(Id, Lang, declaration, Expect.Tier, Expect.Findings.ToHashSet(), Hard ?? []);
    }
}

/// <summary>What was ticked; null is a question not answered.</summary>
internal sealed record CaseAnswers(IntendedUse? Use = null, Answer? FinalDeliverable = null, PrincipleAnswers? Principles = null);

/// <summary>What a person made of it.</summary>
internal sealed record CaseExpectation(Tier Tier, IReadOnlyList<FindingCode> Findings, string? Why = null);

/// <summary>A choice by its word on the wire; another word is told with those that are known.</summary>
internal sealed class WireWord<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.TokenType is JsonTokenType.String ? reader.GetString()! : "";
        return Wire.ReadExactly<T>(word)
            ?? throw new JsonException($"'{word}' is not known here. Use one of: {string.Join(", ", Wire.All<T>())}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Wire.Word(value));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WireWord<Tier>), typeof(WireWord<FindingCode>), typeof(WireWord<Channel>), typeof(WireWord<IntendedUse>), typeof(WireWord<Answer>)])]
[JsonSerializable(typeof(CaseLine))]
internal sealed partial class CaseJson : JsonSerializerContext;
