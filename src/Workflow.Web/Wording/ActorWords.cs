using System.Diagnostics;
using Workflow.Core.People;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>How actors proved who they are, in words.</summary>
public static class ActorWords
{
    /// <summary>A phrase for brackets: "link from a mail and one-time code".</summary>
    public static Text Proof(Authentication authentication) => authentication switch
    {
        Authentication.Internal => $"our own process",
        Authentication.Claimed => $"address as typed, not confirmed",
        Authentication.MailSender => $"mail with authenticated sender",
        Authentication.MailedLink => $"link from a mail",
        Authentication.MailedLinkAndCode => $"link from a mail and one-time code",
        Authentication.AdminKey => $"admin key",
        Authentication.VouchedByAdmin => $"mail of an unproven sender, on an admin's word",
        Authentication.Teams => $"signed in to Teams",
        Authentication.TeamsAndCode => $"signed in to Teams and one-time code",
        _ => throw new UnreachableException($"The authentication {authentication} has no words."),
    };

    /// <summary>What somebody who decides has to know about the submitter's address, in a sentence.</summary>
    public static Text Address(Authentication authentication) => authentication switch
    {
        Authentication.Claimed =>
            $"The address was typed in and is not confirmed: nobody has shown yet that it is theirs.",
        Authentication.VouchedByAdmin =>
            $"The address is not confirmed: the sender of the mail could not be proven, and an admin took it in on their own word.",
        Authentication.MailSender => $"The receiving mail server proved that the mail came from this address.",
        Authentication.Teams => $"Confirmed: they were signed in to Teams, and the directory knows them under this address.",
        _ => $"Confirmed: they have used the link mailed to this address.",
    };

    /// <summary>Whether the submitter's address is anybody's word but its own.</summary>
    public static bool IsProven(Authentication authentication) =>
        authentication is not (Authentication.Claimed or Authentication.VouchedByAdmin);
}
