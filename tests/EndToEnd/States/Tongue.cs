using Workflow.Core.Requests;
using Given = Workflow.Core.Requests.Answer;

namespace EndToEnd.States;

/// <summary>What people type in one language, and where in the directory those are who read it.</summary>
internal sealed record Tongue(
    string Tag,
    string Production,
    string ProductionWithoutExecutive,
    Submitter Submitter,
    string Title,
    string Description,
    string Corrected,
    string Depicted,
    string Question,
    string Answer,
    string Condition,
    string Owner,
    string Scope,
    string Reason)
{
    public static Tongue English { get; } = new(
        "en",
        "Slow Harbour",
        "The Empty Chair",
        new Submitter("Ines Varga", "ines@crew.example", "en"),
        "Mood boards for the lighthouse",
        "Mood boards of a lighthouse at night, from our own words only, to talk about colour with the art department.",
        "Mood boards of a lighthouse at dawn, from our own words only, to talk about colour and fog with the art department.",
        "Solveig Rasmane",
        "Which lighthouse is it, and at what time of the day?",
        "An invented one, at dawn. The description says so now.",
        "Keep the boards inside the art department.",
        "art department",
        "The voice of the keeper in episode 3",
        "The lighthouse has become a place that the story turns on.");

    public static Tongue French { get; } = new(
        "fr",
        "Le Phare lent",
        "La Chaise vide",
        new Submitter("Inès Vargas", "ines@equipe.example", "fr"),
        "Planches d’ambiance pour le phare",
        "Des planches d’ambiance d’un phare la nuit, à partir de nos seuls mots, pour parler de couleurs avec la décoration.",
        "Des planches d’ambiance d’un phare à l’aube, à partir de nos seuls mots, pour parler de couleurs et de brume avec la décoration.",
        "Solène Rasmane",
        "De quel phare s’agit-il, et à quelle heure du jour ?",
        "D’un phare inventé, à l’aube. La description le dit maintenant.",
        "Garder les planches au sein de la décoration.",
        "la décoration",
        "La voix du gardien dans l’épisode 3",
        "Le phare est devenu un lieu dont dépend le récit.");

    public static Tongue Of(string tag) => tag == French.Tag ? French : English;

    /// <summary>A use that only has to be told: what there is to change for one that asks for more.</summary>
    public Declaration Declaration => new()
    {
        Production = Production,
        Title = Title,
        Description = Description,
        Tools = [new Tool("Sketcher", "Sketch Ltd", "Enterprise")],
        InputKinds = [InputKind.OwnOrLicensed],
        Use = IntendedUse.Ideation,
        FinalDeliverable = Given.No,
        Principles = new PrincipleAnswers(Given.Yes, Given.Yes, Given.Yes, Given.Yes, Given.Yes),
    };

    /// <summary>One that needs one person's judgement.</summary>
    public Declaration Review => Declaration with { Principles = Declaration.Principles with { P3 = Given.Unsure } };

    /// <summary>One for written approval by the creative executive and legal.</summary>
    public Declaration Written => Declaration with { Principles = Declaration.Principles with { P1 = Given.No } };

    /// <summary>One for written approval that touches somebody, so that talent relations checks consents.</summary>
    public Declaration Performance => Declaration with
    {
        InputKinds = [InputKind.PerformerMaterial],
        Use = IntendedUse.Performance,
        PeopleDepicted = [Depicted],
    };
}
