using Workflow.Core.Intake;

namespace Workflow.Adapters.Mail;

/// <summary>The folders of the intake mailbox, made when they are not there. Settings of <c>Mail:Imap:Folders</c> and <c>Graph:Folders</c>.</summary>
public sealed class MailFolderNames
{
    /// <summary>Of mails that were taken in. Default: <c>Processed</c>.</summary>
    public string Processed { get; set; } = "Processed";

    /// <summary>Of mails that wait for an admin. Default: <c>Quarantine</c>.</summary>
    public string Quarantine { get; set; } = "Quarantine";

    /// <summary>Of mails that were not taken in. Default: <c>Rejected</c>.</summary>
    public string Rejected { get; set; } = "Rejected";

    /// <summary>The folder that mails of a fate belong into.</summary>
    public string Of(MailFate fate) => fate switch
    {
        MailFate.Processed => Processed,
        MailFate.Quarantine => Quarantine,
        MailFate.Rejected => Rejected,
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };

    /// <summary>Why they cannot be told apart; empty when they can.</summary>
    /// <param name="section">The section that they are settings of.</param>
    internal string[] Failures(string section)
    {
        string[] all = [Processed, Quarantine, Rejected];
        return OptionFailures.Unless(
            !all.Any(string.IsNullOrWhiteSpace) && all.Distinct(StringComparer.OrdinalIgnoreCase).Count() == all.Length,
            $"{section}:Processed, {section}:Quarantine and {section}:Rejected must be three different names.");
    }
}
