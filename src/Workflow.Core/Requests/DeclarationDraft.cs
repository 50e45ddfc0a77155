using System.Globalization;

namespace Workflow.Core.Requests;

/// <summary>
/// A declaration as typed: every field is still text, so that a page can show it again with what is wrong beside it.
/// The property names, in camel case, are the field names of the form, of the JSON API and of every problem report.
/// </summary>
public sealed record DeclarationDraft
{
    /// <summary>Display name of the submitter.</summary>
    public string? Name { get; init; }

    /// <summary>Address of the submitter.</summary>
    public string? Email { get; init; }

    /// <summary>BCP 47 tag in which to write to them.</summary>
    public string? Language { get; init; }

    /// <summary>See <see cref="Declaration.Production"/>.</summary>
    public string? Production { get; init; }

    /// <summary>See <see cref="Declaration.Title"/>.</summary>
    public string? Title { get; init; }

    /// <summary>See <see cref="Declaration.Description"/>.</summary>
    public string? Description { get; init; }

    /// <summary>See <see cref="Declaration.Tools"/>.</summary>
    public IReadOnlyList<ToolDraft> Tools { get; init; } = [];

    /// <summary>See <see cref="Declaration.Inputs"/>.</summary>
    public string? Inputs { get; init; }

    /// <summary>See <see cref="Declaration.InputKinds"/>: <c>own-or-licensed</c>, <c>unreleased</c>, <c>personal-data</c>, <c>performer-material</c>, <c>third-party-work</c>.</summary>
    public IReadOnlyList<string> InputKinds { get; init; } = [];

    /// <summary>See <see cref="Declaration.Outputs"/>.</summary>
    public string? Outputs { get; init; }

    /// <summary>See <see cref="Declaration.Use"/>: <c>ideation</c>, <c>temporary</c>, <c>background</c>, <c>final</c>, <c>post</c>, <c>performance</c>, <c>training</c>, <c>other</c>.</summary>
    public string? Use { get; init; }

    /// <summary>See <see cref="Declaration.FinalDeliverable"/>: <c>yes</c>, <c>no</c>, <c>unsure</c>.</summary>
    public string? FinalDeliverable { get; init; }

    /// <summary>See <see cref="Declaration.PeopleDepicted"/>.</summary>
    public IReadOnlyList<string> PeopleDepicted { get; init; } = [];

    /// <summary>See <see cref="Declaration.Beneficiaries"/>.</summary>
    public IReadOnlyList<string> Beneficiaries { get; init; } = [];

    /// <summary>ISO 8601 date.</summary>
    public string? From { get; init; }

    /// <summary>ISO 8601 date.</summary>
    public string? To { get; init; }

    /// <summary>See <see cref="Declaration.Territory"/>.</summary>
    public string? Territory { get; init; }

    /// <summary>Answer to <see cref="Principle.P1"/>: <c>yes</c>, <c>no</c>, <c>unsure</c>.</summary>
    public string? P1 { get; init; }

    /// <summary>Answer to <see cref="Principle.P2"/>.</summary>
    public string? P2 { get; init; }

    /// <summary>Answer to <see cref="Principle.P3"/>.</summary>
    public string? P3 { get; init; }

    /// <summary>Answer to <see cref="Principle.P4"/>.</summary>
    public string? P4 { get; init; }

    /// <summary>Answer to <see cref="Principle.P5"/>.</summary>
    public string? P5 { get; init; }

    /// <summary>A declaration as it would have been typed, to prefill a form.</summary>
    public static DeclarationDraft Of(Declaration declaration, Submitter submitter) => new()
    {
        Name = submitter.Name,
        Email = submitter.Email,
        Language = submitter.Language,
        Production = declaration.Production,
        Title = declaration.Title,
        Description = declaration.Description,
        Tools = [.. declaration.Tools.Select(t => new ToolDraft { Name = t.Name, Vendor = t.Vendor, Plan = t.Plan, Terms = t.Terms })],
        Inputs = declaration.Inputs,
        InputKinds = [.. declaration.InputKinds.Select(Wire.Word)],
        Outputs = declaration.Outputs,
        Use = Word(declaration.Use),
        FinalDeliverable = Word(declaration.FinalDeliverable),
        PeopleDepicted = declaration.PeopleDepicted,
        Beneficiaries = declaration.Beneficiaries,
        From = declaration.From?.ToString("O", CultureInfo.InvariantCulture),
        To = declaration.To?.ToString("O", CultureInfo.InvariantCulture),
        Territory = declaration.Territory,
        P1 = Word(declaration.Principles.P1),
        P2 = Word(declaration.Principles.P2),
        P3 = Word(declaration.Principles.P3),
        P4 = Word(declaration.Principles.P4),
        P5 = Word(declaration.Principles.P5),
    };

    private static string? Word<T>(T? value) where T : struct, Enum => value is { } known ? Wire.Word(known) : null;
}

/// <summary>A tool as typed.</summary>
public sealed record ToolDraft
{
    /// <summary>See <see cref="Tool.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary>See <see cref="Tool.Vendor"/>.</summary>
    public string? Vendor { get; init; }

    /// <summary>See <see cref="Tool.Plan"/>.</summary>
    public string? Plan { get; init; }

    /// <summary>See <see cref="Tool.Terms"/>.</summary>
    public string? Terms { get; init; }
}

/// <summary>What is wrong with one field, and what to do.</summary>
/// <param name="Field">Its name, such as <c>p2</c> or <c>tools[1].name</c>.</param>
/// <param name="Text">For the person who typed it: English, its format the key of translations.</param>
public sealed record FieldProblem(string Field, FormattableString Text)
{
    /// <summary>The text in English.</summary>
    public string Message => FormattableString.Invariant(Text);
}

/// <summary>The result of reading a draft: a declaration with its submitter, or every problem at once.</summary>
public sealed record DeclarationReading(
    Declaration? Declaration, Submitter? Submitter, IReadOnlyList<FieldProblem> Problems);
