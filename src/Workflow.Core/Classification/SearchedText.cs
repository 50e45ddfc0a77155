using Workflow.Core.Classification.Text;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification;

/// <summary>A text that is searched for signals, by the name that evidence cites.</summary>
internal sealed record SearchedText(string Field, string Text)
{
    /// <summary>The field of the title.</summary>
    public const string Title = "title";

    /// <summary>Its sentences as they are written.</summary>
    public IReadOnlyList<Token[]> Sentences { get; } = Classification.Text.Sentences.Of(Text);

    /// <summary>Its sentences as they are written, and besides as the eye may read them: all that is listened to.</summary>
    public IReadOnlyList<Token[]> Readings => field ??= Disguise.In(Text) is { Count: > 0 } others ? [.. Sentences, .. others.SelectMany(ReadOtherwise)] : Sentences;

    /// <summary>The exact words at a place, as evidence.</summary>
    public Evidence Quote(int start, int end) => new(Field, Text[start..end], start);

    /// <summary>What the declaration says about the use itself.</summary>
    public static IEnumerable<SearchedText> About(Declaration declaration) => Present(
    [
        (Title, declaration.Title),
        ("description", declaration.Description),
        ("inputs", declaration.Inputs),
        ("outputs", declaration.Outputs),
    ]);

    /// <summary>What it says about the tools.</summary>
    public static IEnumerable<SearchedText> AboutTools(Declaration declaration) =>
        declaration.Tools.SelectMany((tool, i) => Present(
        [
            ($"tools[{i}].name", tool.Name),
            ($"tools[{i}].plan", tool.Plan),
            ($"tools[{i}].terms", tool.Terms),
        ]));

    /// <summary>What was answered later.</summary>
    public static IEnumerable<SearchedText> Further(IEnumerable<string> texts) =>
        texts.Select((text, i) => new SearchedText($"information[{i}]", text));

    private IEnumerable<Token[]> ReadOtherwise(Reading reading)
    {
        var written = Sentences.Select(Words).ToHashSet(StringComparer.Ordinal);
        return Classification.Text.Sentences.Of(reading.Text).Where(s => !written.Contains(Words(s))).Select(reading.InOriginal);

        static string Words(Token[] sentence) => string.Join(' ', sentence.Select(t => t.Word));
    }

    private static IEnumerable<SearchedText> Present(IEnumerable<(string Field, string? Text)> fields) =>
        fields.Where(f => !string.IsNullOrWhiteSpace(f.Text)).Select(f => new SearchedText(f.Field, f.Text!));
}
