using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What somebody consents to, in words.</summary>
public static class ConsentKindWords
{
    /// <summary>The kind as a label.</summary>
    public static Text Name(ConsentKind kind) => kind switch
    {
        ConsentKind.Creation => $"Consent to being recreated",
        ConsentKind.Use => $"Consent to the use as declared",
        ConsentKind.GuildNotice => $"Notice to the guild",
        ConsentKind.Estate => $"Agreement of the estate",
        ConsentKind.Guardian => $"Agreement of the guardian",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What each kind of document shows, in a sentence.</summary>
    public static Text Meaning(ConsentKind kind) => kind switch
    {
        ConsentKind.Creation => $"The person agrees that a replica of their voice, face or body is made.",
        ConsentKind.Use => $"The person agrees to what this request declares.",
        ConsentKind.GuildNotice => $"The guild was told, as its agreement demands.",
        ConsentKind.Estate => $"For somebody deceased, whoever speaks for them agrees.",
        ConsentKind.Guardian => $"For a minor, whoever is responsible for them agrees.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whose consent, and to what.</summary>
    public static Text Of(string person, ConsentKind kind) => $"{person}: {Name(kind):lower}";

    /// <summary>A consent that is missing: whose, and to what.</summary>
    public static Text Missing(MissingConsent missing) => missing.Person is { } person
        ? Of(person, missing.Kind)
        : $"Anybody who is depicted: {Name(missing.Kind):lower}";
}
