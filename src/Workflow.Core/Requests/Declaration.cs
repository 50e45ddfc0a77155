namespace Workflow.Core.Requests;

/// <summary>What a submitter says about one intended use of generative AI, in their own words and answers.</summary>
/// <remarks>
/// A mail may leave things out: then <see cref="Production"/>, <see cref="Use"/> or an answer is null and the request
/// waits until the submitter has filled them in. Nobody ever guesses them.
/// </remarks>
public sealed record Declaration
{
    /// <summary>The production it is for, as the directory names it; null until the submitter says so.</summary>
    public string? Production { get; init; }

    /// <summary>One line, at most <see cref="DeclarationLimits.Title"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>The use in the submitter's words: what is done, with what, for which scene.</summary>
    public required string Description { get; init; }

    /// <summary>The tools meant to be used; may be empty in a mail that names none.</summary>
    public IReadOnlyList<Tool> Tools { get; init; } = [];

    /// <summary>What goes into the tools, in words.</summary>
    public string? Inputs { get; init; }

    /// <summary>What kinds of material go in, as ticked.</summary>
    public IReadOnlyList<InputKind> InputKinds { get; init; } = [];

    /// <summary>What comes out, in words.</summary>
    public string? Outputs { get; init; }

    /// <summary>Where the output is meant to end up; null until the submitter says so.</summary>
    public IntendedUse? Use { get; init; }

    /// <summary>Whether the output, or a part of it, is delivered in the final picture.</summary>
    public Answer? FinalDeliverable { get; init; }

    /// <summary>Real people who can be recognised in input or output, one name or role each.</summary>
    public IReadOnlyList<string> PeopleDepicted { get; init; } = [];

    /// <summary>People or firms who gain from the approval, such as the tool's vendor; they may not decide.</summary>
    public IReadOnlyList<string> Beneficiaries { get; init; } = [];

    /// <summary>First day of the use, if stated.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the use, if stated; never before <see cref="From"/>.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where the picture is shown or the work is done, in words.</summary>
    public string? Territory { get; init; }

    /// <summary>The answers to the five principles.</summary>
    public PrincipleAnswers Principles { get; init; } = new();

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The fields without which nobody can judge, by the names that forms use; empty when complete.</summary>
    public IReadOnlyList<string> Missing() =>
    [
        .. Production is null ? new[] { "production" } : [],
        .. Use is null ? new[] { "use" } : [],
        .. FinalDeliverable is null ? new[] { "finalDeliverable" } : [],
        .. Tools.Count == 0 ? new[] { "tools" } : [],
        .. Principles.Unanswered().Select(p => p.ToString().ToLowerInvariant()),
    ];
}

/// <summary>A tool as declared: what it is, who sells it, under which plan and terms it is used.</summary>
public sealed record Tool(string Name, string? Vendor = null, string? Plan = null, string? Terms = null);

/// <summary>A stored file that came with a request. The content is found by its hash.</summary>
/// <param name="Name">The file name as sent, without any path; display only.</param>
/// <param name="MediaType">The declared type; never trusted for how the file is served.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record Attachment(string Name, string MediaType, long Size, string Sha256);

/// <summary>Where the output is meant to end up (guidance section 1, the use case matrix).</summary>
public enum IntendedUse
{
    /// <summary>Mood boards, references, pitching among ourselves.</summary>
    Ideation,

    /// <summary>Temp material in the edit, replaced before delivery.</summary>
    Temporary,

    /// <summary>An element seen on screen in the background.</summary>
    Background,

    /// <summary>Final character designs, key visuals, shots, sound or music.</summary>
    Final,

    /// <summary>Assistive post-production work.</summary>
    Post,

    /// <summary>Anything that makes or changes a performance.</summary>
    Performance,

    /// <summary>Training or fine-tuning a model.</summary>
    Training,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>What kinds of material are put into a tool (guidance section 1, "Data use").</summary>
public enum InputKind
{
    /// <summary>Nothing but our own words, or licensed or public-domain references.</summary>
    OwnOrLicensed,

    /// <summary>Scripts, footage, production images or other material of the streamer.</summary>
    Unreleased,

    /// <summary>Data about cast, crew or other people.</summary>
    PersonalData,

    /// <summary>A performer's voice, face, body or performance.</summary>
    PerformerMaterial,

    /// <summary>Work of others for which no clearance is held.</summary>
    ThirdPartyWork,
}
