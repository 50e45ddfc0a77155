using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>
/// The codes of a signed record in words. A record outlives the version that wrote it: a code that this version does
/// not know is shown as it stands, its hyphens as spaces.
/// </summary>
public static class RecordedWords
{
    /// <summary>How somebody proved who they are: <c>mailed-link</c> gives "link from a mail".</summary>
    public static Text Proof(string code) => Wire.Read<Authentication>(code) is { } proof ? ActorWords.Proof(proof) : Spaced(code);

    /// <summary>What the policy saw: <c>digital-replica</c> gives "It recreates a real person".</summary>
    public static Text Finding(string code) => Wire.Read<FindingCode>(code) is { } finding ? FindingWords.Name(finding) : Spaced(code);

    /// <summary>A decision: <c>approve</c> gives "Approve".</summary>
    public static Text Decision(string code) =>
        Wire.Read<DecisionKind>(code) is { } kind ? DecisionWords.Choice(kind, Tier.Written) : Spaced(code);

    /// <summary>What somebody consented to: <c>creation</c> gives "Consent to being recreated".</summary>
    public static Text Consent(string code) => Wire.Read<ConsentKind>(code) is { } kind ? ConsentKindWords.Name(kind) : Spaced(code);

    /// <summary>What an approval covers; the words of records of this version are known, those of others stand as they are.</summary>
    public static Text Scope(string scope) => scope == Covered.Key ? Covered : Phrase.Theirs(scope);

    private static Text Covered { get; } =
        $"Only the use declared in this record: this production, these tools, this material, these people, this territory and these dates. Any other use needs a request of its own.";

    private static Text Spaced(string code) => Phrase.Theirs(code.Replace('-', ' '));
}
