using Workflow.Core.Classification;
using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What the policy saw, as people read it: text as it was typed, an answer of the form in words.</summary>
public static class EvidenceWords
{
    /// <summary>A piece of evidence, without the field that it stands in. A word that no answer has is given back.</summary>
    public static Text Of(Evidence evidence) => evidence switch
    {
        { Start: not null } => Phrase.Theirs(evidence.Quote),
        { Field: "use" } => Use(evidence.Quote),
        { Field: "inputKinds" } when Wire.Read<InputKind>(evidence.Quote) is { } kind => $"{UseWords.Name(kind):upper}",
        { Field: "inputKinds", Quote: "none" } => $"Not stated",
        { Field: "peopleDepicted", Quote: "some" } => $"Somebody is named",
        { Field: "peopleDepicted", Quote: "none" } => $"Nobody is named",
        { Field: "finalDeliverable" or "p1" or "p2" or "p3" or "p4" or "p5" } => Answer(evidence.Quote),
        _ => Phrase.Theirs(evidence.Quote),
    };

    private static Text Use(string word) =>
        Wire.Read<IntendedUse>(word) is { } use ? UseWords.Name(use) : word == "unanswered" ? UseWords.Name((IntendedUse?)null) : Phrase.Theirs(word);

    private static Text Answer(string word) =>
        Wire.Read<Answer>(word) is { } answer ? PrincipleWords.Answer(answer) : word == "unanswered" ? PrincipleWords.Answer(null) : Phrase.Theirs(word);
}
