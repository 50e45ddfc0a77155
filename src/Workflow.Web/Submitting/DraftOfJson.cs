using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;
using Workflow.Web.Pages;

namespace Workflow.Web.Submitting;

/// <summary>Takes a draft out of a JSON body, or says everything that is wrong with its shape at once.</summary>
internal static class DraftOfJson
{
    /// <summary>Object, list of tools, tool, value: four; one more to name what is too deep.</summary>
    public const int Depth = 5;

    // More help nobody; a body of nothing but unknown fields must not become an answer many times its size.
    private const int MostProblems = 100;

    private const string Unreadable =
        "The body is not the JSON expected here: a text or a field name cannot be read, or a field stands there twice.";

    public static (DeclarationDraft? Draft, Problem? Problem) Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return (null, Malformed("The body is not valid UTF-8."));
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Depth, AllowDuplicateProperties = false });
            var problems = new List<FieldProblem>();
            Check(document.RootElement, DraftJson.Default.DeclarationDraft, "", problems);
            return problems.Count == 0
                ? (document.RootElement.Deserialize(DraftJson.Default.DeclarationDraft), null)
                : (null, FieldProblems(problems));
        }
        catch (JsonException e)
        {
            return (null, Malformed(Where(e)));
        }
        catch (InvalidOperationException)
        {
            // What the document says of a field name with half a surrogate pair in it, once the name is read.
            return (null, Malformed(Unreadable));
        }
    }

    /// <summary>400 with what is wrong with each field.</summary>
    public static Problem FieldProblems(IReadOnlyList<FieldProblem> problems) => new(
        StatusCodes.Status400BadRequest,
        "field-problems",
        $"The declaration cannot be taken as it is",
        $"Put right the fields named in errors and send it again. Nothing was stored.")
    {
        Fields = problems,
    };

    // The serializer stops at the first wrong type; a person who writes a client wants to hear of all of them.
    private static void Check(JsonElement element, JsonTypeInfo type, string path, List<FieldProblem> problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(path, $"Must be an object, not {Name(element)}."));
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (problems.Count >= MostProblems)
            {
                return;
            }

            var field = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            var property = type.Properties.FirstOrDefault(p => p.Name == member.Name);
            if (property is null)
            {
                problems.Add(new(field, $"There is no such field. Known here: {string.Join(", ", type.Properties.Select(p => p.Name))}."));
            }
            else if (property.PropertyType == typeof(string))
            {
                CheckText(member.Value, field, orNull: true, problems);
            }
            else if (member.Value.ValueKind != JsonValueKind.Array)
            {
                problems.Add(new(field, $"Must be a list, not {Name(member.Value)}."));
            }
            else
            {
                CheckList(member.Value, property, field, problems);
            }
        }
    }

    private static void CheckList(JsonElement list, JsonPropertyInfo property, string field, List<FieldProblem> problems)
    {
        foreach (var (index, item) in list.EnumerateArray().Take(DeclarationLimits.Entries + 1).Index())
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");
            if (property.PropertyType == typeof(IReadOnlyList<ToolDraft>))
            {
                Check(item, DraftJson.Default.ToolDraft, entry, problems);
            }
            else
            {
                CheckText(item, entry, orNull: false, problems);
            }
        }

        if (list.GetArrayLength() > DeclarationLimits.Entries)
        {
            problems.Add(new(field, $"Takes at most {DeclarationLimits.Entries} entries."));
        }
    }

    private static void CheckText(JsonElement value, string field, bool orNull, List<FieldProblem> problems)
    {
        if (value.ValueKind != JsonValueKind.String && !(orNull && value.ValueKind == JsonValueKind.Null))
        {
            problems.Add(new(field, $"Must be text in quotation marks, not {Name(value)}."));
        }
    }

    private static string Name(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static string Where(JsonException e) => e.LineNumber is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"The body is not the JSON expected here: line {line + 1}, byte {e.BytePositionInLine + 1}.")
        : Unreadable;

    private static Problem Malformed(string where) => new(
        StatusCodes.Status400BadRequest,
        "malformed-json",
        $"The body could not be read",
        $"{where} Send one object with the declaration's fields, nested no deeper than its tools.");
}
