using Workflow.Core.Records;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Records;

/// <summary>What a page shows of a record.</summary>
/// <param name="Name">The request's id, or the name of the file that was sent.</param>
/// <param name="Verification">What it turned out to be.</param>
/// <param name="MayRead">Whether the visitor may read all of it.</param>
/// <param name="Query">The page's own query, which carries the visitor's token on to downloads.</param>
/// <param name="Now">UTC, to say whether the approval still holds.</param>
public sealed record RecordView(string Name, Verification Verification, bool MayRead, string Query, DateTimeOffset Now)
{
    /// <summary>The record when it is genuine.</summary>
    public Verification.Genuine? Genuine => Verification as Verification.Genuine;

    /// <summary>What it turned out to be, in a word or two.</summary>
    public Text Verdict => Verification switch
    {
        Verification.Genuine => $"Genuine",
        Verification.Altered => $"Altered",
        Verification.NotARecord => $"Not a record",
        Verification.UnknownKey => $"Unknown key",
        _ => throw new InvalidOperationException($"{Verification.GetType().Name} has no words."),
    };

    /// <summary>Why it is what it turned out to be, as sentences of their own.</summary>
    public Text Reason => $"{Text.Of(Verification.Text):upper}";

    /// <summary>The look of the verdict.</summary>
    public string Tone => Verification switch
    {
        Verification.Genuine => "good",
        Verification.Altered => "bad",
        _ => "warn",
    };

    /// <summary>Whether the time for which the approval was given is over.</summary>
    public bool HasEnded => Genuine?.Record.ValidUntil < Now;
}

/// <summary>The form for a file that somebody holds.</summary>
/// <param name="Seal">Proves that a post comes from it.</param>
/// <param name="Problem">What was wrong with the last try; null at first.</param>
public sealed record VerifyForm(FormSeal Seal, Text? Problem)
{
    /// <summary>The file field.</summary>
    public Field File => new("file", $"The file")
    {
        Hint = $"The PDF that came with the approval, or its .jws file; at most 10 MB. It is checked and not kept.",
        Errors = Problem is null ? [] : [Problem],
    };
}
