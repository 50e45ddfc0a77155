using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>What became of a mail.</summary>
public abstract record MailIntakeResult
{
    private MailIntakeResult()
    {
    }

    /// <summary>The folder that it belongs into.</summary>
    public MailFate Fate => this switch
    {
        Quarantined => MailFate.Quarantine,
        Refused => MailFate.Rejected,
        _ => MailFate.Processed,
    };

    /// <summary>It is a request.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="IsNew">False when the same mail had been taken in before.</param>
    /// <param name="Missing">The fields that the submitter is asked to fill in; empty when complete.</param>
    public sealed record Accepted(RequestId Id, bool IsNew, IReadOnlyList<string> Missing) : MailIntakeResult;

    /// <summary>It answers a mail of ours and was joined to its request, as information or as a note; it never decides.</summary>
    /// <param name="Id">Which.</param>
    public sealed record Joined(RequestId Id) : MailIntakeResult;

    /// <summary>It is the word of a program: a bounce, or somebody's automatic reply. Nobody is answered.</summary>
    /// <param name="What">What was made of it, in words.</param>
    public sealed record Noted(string What) : MailIntakeResult;

    /// <summary>Its sender is not proven; it waits for an admin.</summary>
    public sealed record Quarantined(string Reason) : MailIntakeResult;

    /// <summary>It is not taken in, and nothing of it is kept.</summary>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="Remedy">What can be done.</param>
    public sealed record Refused(string Reason, string Remedy) : MailIntakeResult;
}
