namespace Workflow.Core.People;

/// <summary>In what part somebody acts.</summary>
public enum ActorKind
{
    /// <summary>The process itself: clocks and couriers.</summary>
    System,

    /// <summary>Who declared the use.</summary>
    Submitter,

    /// <summary>Who was asked to decide.</summary>
    Approver,

    /// <summary>Who keeps the process running; never decides.</summary>
    Admin,

    /// <summary>Who reads and verifies; never changes anything.</summary>
    Auditor,
}

/// <summary>How an actor proved who they are.</summary>
public enum Authentication
{
    /// <summary>Our own process.</summary>
    Internal,

    /// <summary>An address typed into a form or sent by the API, not confirmed.</summary>
    Claimed,

    /// <summary>A mail whose sender the receiving server authenticated (SPF, DKIM, DMARC).</summary>
    MailSender,

    /// <summary>A link mailed to their address.</summary>
    MailedLink,

    /// <summary>A link mailed to their address and then a one-time code sent to the same mailbox.</summary>
    MailedLinkAndCode,

    /// <summary>The admin key of the installation.</summary>
    AdminKey,

    /// <summary>A mail whose sender was not proven; an admin took it in on their own word.</summary>
    VouchedByAdmin,

    /// <summary>The Bot Framework's token and the Entra object id in the activity that it vouches for.</summary>
    Teams,

    /// <summary>The same, and then a one-time code sent to their mailbox.</summary>
    TeamsAndCode,
}

/// <summary>Who does something, and how we know.</summary>
/// <param name="Kind">In what part.</param>
/// <param name="Id">Person id for approvers, address for submitters, a fixed word for the system and admins.</param>
/// <param name="Name">Display name, for the audit trail.</param>
/// <param name="Authentication">How they proved it.</param>
public sealed record Actor(ActorKind Kind, string Id, string Name, Authentication Authentication)
{
    /// <summary>The process itself.</summary>
    public static Actor System { get; } = new(ActorKind.System, "system", "Approvals", Authentication.Internal);
}
