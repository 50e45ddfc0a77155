using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Submitting;

/// <summary>
/// The questions of a declaration in plain words, named like the fields of <see cref="DeclarationDraft"/>. Of the
/// principles, "yes" always means that the principle holds.
/// </summary>
public static class Questions
{
    private static readonly IReadOnlyList<Choice> YesNoUnsure =
        [new("yes", $"Yes"), new("no", $"No"), new("unsure", $"Not sure")];

    /// <summary>Who declares.</summary>
    public static Field Name { get; } = new("name", $"Your name") { AutoComplete = "name" };

    /// <summary>Where the answer goes.</summary>
    public static Field Email { get; } = new("email", $"Your e-mail address")
    {
        Type = "email",
        AutoComplete = "email",
        Hint = $"Questions, the answer and your private link go here, and nowhere else.",
    };

    /// <summary>In which language to write to them.</summary>
    public static Field Language { get; } = new("language", $"Write to me in")
    {
        Choices = [.. InstalledLanguages.All.Select(l => new Choice(l.Tag, Phrase.Theirs(l.Name)))],
    };

    /// <summary>Which production.</summary>
    public static Field Production { get; } = new("production", $"Production")
    {
        Hint = $"If yours is not in the list, write to whoever gave you the address of this form.",
    };

    /// <summary>One line.</summary>
    public static Field Title { get; } = new("title", $"The use, in one line")
    {
        Hint = $"For example: “Mood boards for the harbour set”.",
    };

    /// <summary>The whole story.</summary>
    public static Field Description { get; } = new("description", $"What do you want to do?")
    {
        Hint = $"What is made or changed, for which scene, with which material, and who works with it afterwards. Any language.",
    };

    /// <summary>Which tools.</summary>
    public static Field Tools { get; } = new("tools", $"Which tools?")
    {
        Hint = $"Name each one. The plan matters: a free or personal account treats your material differently from a company one.",
    };

    /// <summary>What goes in, ticked.</summary>
    public static Field InputKinds { get; } = new("inputKinds", $"What goes into the tool?")
    {
        Type = "checkbox",
        Hint = $"Tick everything that applies.",
        Optional = true,
        Choices =
        [
            new("own-or-licensed", $"Only our own words, or references we hold a licence for"),
            new("unreleased", $"Material of the production", $"Scripts, footage, stills, designs that are not public."),
            new("personal-data", $"Data about people", $"Cast, crew or anybody else."),
            new("performer-material", $"A performer's voice, face, body or performance"),
            new("third-party-work", $"Work of others that we hold no clearance for"),
        ],
    };

    /// <summary>What goes in, in words.</summary>
    public static Field Inputs { get; } = new("inputs", $"Describe what goes in") { Optional = true };

    /// <summary>What comes out.</summary>
    public static Field Outputs { get; } = new("outputs", $"Describe what comes out") { Optional = true };

    /// <summary>Where the output ends up.</summary>
    public static Field Use { get; } = new("use", $"Where is the output meant to end up?")
    {
        Choices =
        [
            new("ideation", $"In our own ideas", $"Mood boards, references, pitching among ourselves."),
            new("temporary", $"In the edit, for now", $"Temp images, sound or music that are replaced before delivery."),
            new("background", $"In the background of a shot", $"A poster, a sign, a document that is seen briefly."),
            new("final", $"In the picture", $"Final character designs, key visuals, shots, sound or music."),
            new("post", $"In assistive post-production work", $"Clean-up, tracking, transcription and the like."),
            new("performance", $"In a performance", $"Anything that makes or changes what a performer does or says."),
            new("training", $"In a model", $"Training or fine-tuning one."),
            new("other", $"Somewhere else", $"Say where in the description."),
        ],
    };

    /// <summary>Whether it is delivered.</summary>
    public static Field FinalDeliverable { get; } = new("finalDeliverable", $"Will any of it be in what is delivered?")
    {
        Hint = $"Also say yes for a small part, such as a poster in the background.",
        Choices = YesNoUnsure,
        Inline = true,
    };

    /// <summary>Who can be recognised.</summary>
    public static Field PeopleDepicted { get; } = new("peopleDepicted", $"Real people who can be recognised")
    {
        Hint = $"One name or role a line, living or dead, in what goes in or comes out.",
        Optional = true,
    };

    /// <summary>Who gains.</summary>
    public static Field Beneficiaries { get; } = new("beneficiaries", $"People or firms who gain from a yes")
    {
        Hint = $"One a line, such as the vendor of the tool. They will not be asked to decide.",
        Optional = true,
    };

    /// <summary>First day.</summary>
    public static Field From { get; } = new("from", $"First day of the use") { Type = "date", Optional = true };

    /// <summary>Last day.</summary>
    public static Field To { get; } = new("to", $"Last day of the use") { Type = "date", Optional = true };

    /// <summary>Where.</summary>
    public static Field Territory { get; } = new("territory", $"Where the picture is shown or the work is done") { Optional = true };

    /// <summary>Files.</summary>
    public static Field Attachments { get; } = new("attachments", $"Files")
    {
        Hint = $"Examples, consents, the tool's terms: up to 20 files, 25 MB together.",
        Optional = true,
    };

    /// <summary>Files, with a word about those that a browser has lost.</summary>
    public static Field Files(bool areLost) => areLost
        ? Attachments with { Hint = $"{Attachments.Hint} Browsers do not keep chosen files: please choose yours again." }
        : Attachments;

    /// <summary>The five principles, in order.</summary>
    public static IReadOnlyList<Field> Principles { get; } =
    [
        Asked("p1", $"Does it stay clear of other people's work?",
            $"Yes means: the output neither copies nor recognisably recreates work that is not ours or cleared."),
        Asked("p2", $"Does the tool keep nothing?",
            $"Yes means: it does not store, reuse or train on what you put in or get out. The terms of your plan say so."),
        Asked("p3", $"Does it run in a secured company environment?",
            $"Yes means: a company account under an agreement, not a free, public or personal one."),
        Asked("p4", $"Is the material temporary?",
            $"Yes means: none of it is part of what is delivered in the end."),
        Asked("p5", $"Do performers and crew keep their work?",
            $"Yes means: nothing replaces or generates a performance, or work that a union agreement covers, without consent."),
    ];

    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<Field> InOrder { get; } =
    [
        Name, Email, Language, Production, Title, Description, Use, FinalDeliverable, Tools, InputKinds, Inputs, Outputs,
        .. Principles, PeopleDepicted, Beneficiaries, From, To, Territory, Attachments,
    ];

    private static Field Asked(string name, Text label, Text hint) =>
        new(name, label) { Hint = hint, Choices = YesNoUnsure, Inline = true };
}
