using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Forms;

/// <summary>One field of a form: its label, what was typed, and what is wrong with it.</summary>
/// <param name="Name">The name it is posted under, which is the name in every problem report.</param>
/// <param name="Label">What it asks.</param>
public sealed record Field(string Name, Text Label)
{
    /// <summary>What is meant, in a sentence; null when the label says it all.</summary>
    public Text? Hint { get; init; }

    /// <summary>What was typed.</summary>
    public string? Value { get; init; }

    /// <summary>Whether a form may leave it empty; said beside the label.</summary>
    public bool Optional { get; init; }

    /// <summary>The label, and whether it may be left empty.</summary>
    public Text Asked => Optional ? $"{Label} (optional)" : Label;

    /// <summary>The HTML input type.</summary>
    public string Type { get; init; } = "text";

    /// <summary>The autofill token, such as <c>email</c>; null for <c>off</c>.</summary>
    public string? AutoComplete { get; init; }

    /// <summary>The choices of a radio group, a group of checkboxes or a list.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The chosen values; none is chosen unless the person did.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    /// <summary>Whether the choices are short enough to stand side by side.</summary>
    public bool Inline { get; init; }

    /// <summary>Whether a field of files takes no more than one.</summary>
    public bool IsSingle { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Text> Errors { get; init; } = [];

    /// <summary>The id of its control, to which problem summaries link.</summary>
    public string Id => IdOf(Name);

    /// <summary>The ids of hint and errors, for <c>aria-describedby</c>; null when there are none.</summary>
    public string? DescribedBy => (Hint, Errors) switch
    {
        (null, []) => null,
        (null, _) => $"{Id}-error",
        (_, []) => $"{Id}-hint",
        _ => $"{Id}-hint {Id}-error",
    };

    /// <summary>The id of the control for a field name such as <c>tools[0].name</c>.</summary>
    public static string IdOf(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');

    /// <summary>
    /// The id of the control where a problem is put right: an entry of a list that is typed line by line, such as
    /// <c>peopleDepicted[2]</c>, has no control of its own.
    /// </summary>
    public static string ControlOf(string problemField) => IdOf(OwnerOf(problemField));

    /// <summary>This field with those problems that are put right in it.</summary>
    public Field With(IReadOnlyList<FieldProblem> problems) =>
        this with { Errors = [.. problems.Where(p => OwnerOf(p.Field) == Name).Select(p => Text.Of(p.Text))] };

    /// <summary>The question that a problem belongs to, or null when it is none of these.</summary>
    public static Field? Owner(FieldProblem problem, IReadOnlyList<Field> questions) =>
        questions.FirstOrDefault(q => problem.Field == q.Name || problem.Field.StartsWith($"{q.Name}[", StringComparison.Ordinal));

    private static string OwnerOf(string problemField) =>
        problemField.EndsWith(']') ? problemField[..problemField.IndexOf('[', StringComparison.Ordinal)] : problemField;
}

/// <summary>One choice of a field.</summary>
/// <param name="Value">As posted.</param>
/// <param name="Text">As read.</param>
/// <param name="Explanation">What choosing it means; null when the text says it all.</param>
public sealed record Choice(string Value, Text Text, Text? Explanation = null);
