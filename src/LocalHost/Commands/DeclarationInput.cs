using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Adapters.Mail;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Intake;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Commands;

/// <summary>Declarations from a file, whatever kind it is.</summary>
internal static class DeclarationInput
{
    private const string StandardInput = "-";

    /// <summary>What is in a file, or why it cannot be read.</summary>
    /// <param name="file">A path, or <c>-</c> for the standard input.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<(IReadOnlyList<Declaration> Declarations, string? Problem)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file != StandardInput && !File.Exists(file))
        {
            return ([], $"There is no file {file}.");
        }

        using var content = new MemoryStream();
        await using (var source = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file))
        {
            await source.CopyToAsync(content, cancellationToken);
        }

        if (Path.GetExtension(file).Equals(".eml", StringComparison.OrdinalIgnoreCase))
        {
            content.Position = 0;
            return await ReadMailAsync(content, cancellationToken);
        }

        var text = Encoding.UTF8.GetString(content.ToArray());
        return text.AsSpan().TrimStart() is not ['{', ..] ? Read(new DeclarationDraft { Description = text })
            : IsLabelled(text) ? ReadCases(file, text)
            : ReadForm(text);
    }

    private static async Task<(IReadOnlyList<Declaration> Declarations, string? Problem)> ReadMailAsync(Stream raw, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddMail(new ConfigurationBuilder().Build(), Path.GetTempPath())
            .BuildServiceProvider();
        return await services.GetRequiredService<IMailReader>().ReadAsync(raw, cancellationToken) switch
        {
            MailReading.Read read => Read(MailDraft.Of(read.Mail, [])),
            MailReading.Refused refused => ([], refused.Reason),
            _ => ([], "A program wrote this mail; nobody declares anything in it."),
        };
    }

    private static bool IsLabelled(string text) => text.Split('\n', 2)[0].Contains("\"expect\"", StringComparison.Ordinal);

    private static (IReadOnlyList<Declaration> Declarations, string? Problem) ReadCases(string file, string text)
    {
        var (cases, problems) = CaseReader.Read(new DocumentText(Path.GetFileName(file), text));
        return problems.Count == 0 ? ([.. cases.Select(c => c.Declaration)], null) : ([], string.Join('\n', problems));
    }

    private static (IReadOnlyList<Declaration> Declarations, string? Problem) ReadForm(string text)
    {
        try
        {
            return Read(JsonSerializer.Deserialize(text, FormJson.Default.DeclarationDraft)!);
        }
        catch (JsonException wrong)
        {
            return ([], $"This is no declaration as the form's JSON: {wrong.Message}");
        }
    }

    // As of a mail: what is missing is asked for later, what is there must be right.
    private static (IReadOnlyList<Declaration> Declarations, string? Problem) Read(DeclarationDraft draft)
    {
        var reading = DeclarationReader.Read(draft with { Email = draft.Email ?? "nobody@approvals.example" }, complete: false);
        return reading.Declaration is { } declaration
            ? ([declaration], null)
            : ([], string.Join('\n', reading.Problems.Select(p => $"{p.Field}: {p.Message}")));
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DeclarationDraft))]
internal sealed partial class FormJson : JsonSerializerContext;
