using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Models;

/// <summary>What a model is told: fixed instructions with the policy's findings, and the declaration as data.</summary>
internal static class Prompt
{
    /// <summary>Kept with every assessment. To be raised with every change of <c>Prompt.md</c> or of the form of an answer.</summary>
    public const string Version = "1";

    private const int MostTokens = 4000;

    // Endpoints enforce it that can. What comes back is read as if none did.
    private static readonly JsonElement Schema = JsonDocument.Parse($$"""
        {
          "type": "object",
          "properties": {
            "findings": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "finding": { "type": "string", "enum": ["{{string.Join("\", \"", Wire.All<FindingCode>())}}"] },
                  "quote": { "type": "string" }
                },
                "required": ["finding", "quote"],
                "additionalProperties": false
              }
            }
          },
          "required": ["findings"],
          "additionalProperties": false
        }
        """).RootElement;

    /// <summary>The text of <c>Prompt.md</c>.</summary>
    public static string Instructions { get; } = ReadInstructions();

    /// <summary>How it is asked: the same each time, for an answer in the form that is asked for.</summary>
    public static ChatOptions Options { get; } = new()
    {
        Temperature = 0,
        MaxOutputTokens = MostTokens,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "reading"),
    };

    /// <summary>The messages of one question.</summary>
    public static IReadOnlyList<ChatMessage> Of(SecondQuestion question)
    {
        var told = new StringBuilder(Instructions);
        foreach (var (code, clause) in question.Findings)
        {
            told.Append("- ").Append(Wire.Word(code)).Append(": ").Append(clause.Text).Append('\n');
        }

        return [new(ChatRole.System, told.ToString()), new(ChatRole.User, JsonSerializer.Serialize(question.Texts, ModelJson.Default.IReadOnlyListReadableText))];
    }

    private static string ReadInstructions()
    {
        using var reader = new StreamReader(typeof(Prompt).Assembly.GetManifestResourceStream(typeof(Prompt), "Prompt.md")!);
        return reader.ReadToEnd();
    }
}
