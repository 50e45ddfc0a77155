using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>The reason of an outcome: a person's words as they are, the process's own in the reader's language.</summary>
public static class OutcomeWords
{
    // Events keep these in English for ever, so a text that was ever stored stays in the list.
    private static readonly IReadOnlyDictionary<string, Text> Ours = new Text[]
    {
        $"Nobody objected in time; telling was enough.",
        $"Nobody decided in time. Nothing is approved.",
        $"The submitter did not answer in time. Nothing is approved.",
    }.ToDictionary(t => t.Key, StringComparer.Ordinal);

    /// <summary>The reason; null when none was given.</summary>
    public static Text? Reason(Outcome outcome) => outcome switch
    {
        { Reason: null or "" } => null,
        { Kind: OutcomeKind.Expired or OutcomeKind.Acknowledged, Reason: var reason } => Ours.GetValueOrDefault(reason) ?? Phrase.Theirs(reason),
        { Reason: var reason } => Phrase.Theirs(reason),
    };
}
