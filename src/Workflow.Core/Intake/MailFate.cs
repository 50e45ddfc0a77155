namespace Workflow.Core.Intake;

/// <summary>Where a mail lies once it was dealt with.</summary>
public enum MailFate
{
    /// <summary>It was taken in, or told us something.</summary>
    Processed,

    /// <summary>It waits for an admin.</summary>
    Quarantine,

    /// <summary>It was not taken in.</summary>
    Rejected,
}
