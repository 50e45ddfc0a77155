using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>What became of a mail.</summary>
public abstract record MailIntakeResult
{
    private MailIntakeResult()
    {
    }

    /// <summary>It is a request.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="IsNew">False when the same mail had been taken in before.</param>
    /// <param name="Missing">The fields that the submitter is asked to fill in; empty when complete.</param>
    public sealed record Accepted(RequestId Id, bool IsNew, IReadOnlyList<string> Missing) : MailIntakeResult;

    /// <summary>Its sender is not proven; it waits for an admin.</summary>
    public sealed record Quarantined(string Reason) : MailIntakeResult;

    /// <summary>It is not taken in, and nothing of it is kept.</summary>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="Remedy">What can be done.</param>
    public sealed record Refused(string Reason, string Remedy) : MailIntakeResult;
}
