namespace Workflow.Core.Approval;

/// <summary>The answer to a command: what it changes, or why it changes nothing.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Accepted, and nothing changes.</summary>
    internal static Verdict NothingToDo { get; } = new Accepted([]);

    internal static Verdict Yes(params IReadOnlyList<Event> events) => new Accepted(events);

    internal static Verdict No(RefusalCode code, FormattableString text) => new Refused(new Refusal(code, text));

    /// <summary>It is done. No events means that it had been done before, or that nothing was due.</summary>
    public sealed record Accepted(IReadOnlyList<Event> Events) : Verdict;

    /// <summary>It is not done, and nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : Verdict;
}

/// <summary>Why a command was refused.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Text">What is wrong and what to do, for the person who tried: English, its format the key of translations.</param>
public sealed record Refusal(RefusalCode Code, FormattableString Text)
{
    /// <summary>The text in English.</summary>
    public string Message => FormattableString.Invariant(Text);
}

/// <summary>The kinds of refusal.</summary>
public enum RefusalCode
{
    /// <summary>No such request.</summary>
    UnknownRequest,

    /// <summary>The same intake key came with another content.</summary>
    DifferentContent,

    /// <summary>The id belongs to another submission.</summary>
    IdTaken,

    /// <summary>The request is over.</summary>
    Closed,

    /// <summary>The ask was retired: decided elsewhere, or overtaken by new facts.</summary>
    AskRetired,

    /// <summary>No such ask.</summary>
    UnknownAsk,

    /// <summary>Not the person who was asked.</summary>
    NotYours,

    /// <summary>The submitter, a beneficiary or a depicted person may not decide; nor may one person fill two seats.</summary>
    NotEntitled,

    /// <summary>The policy wants a second proof of identity.</summary>
    SecondStepNeeded,

    /// <summary>The policy wants a comment, a question or a condition.</summary>
    CommentNeeded,

    /// <summary>A text is longer than can be kept.</summary>
    TooLong,

    /// <summary>The request waits for the submitter, or for the policy to judge new facts.</summary>
    NotNow,

    /// <summary>Something is still missing in the declaration.</summary>
    Incomplete,

    /// <summary>The policy wants consents that are not there, not checked, or no longer hold.</summary>
    ConsentMissing,

    /// <summary>It was handed on as often as the policy allows, or has been with that person before.</summary>
    DelegationEnds,

    /// <summary>There is no approval that this could be about, or it has ended.</summary>
    NoApproval,
}
