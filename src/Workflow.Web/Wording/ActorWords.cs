using System.Diagnostics;
using Workflow.Core.People;

namespace Workflow.Web.Wording;

/// <summary>How actors proved who they are, in words.</summary>
public static class ActorWords
{
    /// <summary>A phrase for brackets: "link from a mail and one-time code".</summary>
    public static string Proof(Authentication authentication) => authentication switch
    {
        Authentication.Internal => "our own process",
        Authentication.Claimed => "address as typed, not confirmed",
        Authentication.MailSender => "mail with authenticated sender",
        Authentication.MailedLink => "link from a mail",
        Authentication.MailedLinkAndCode => "link from a mail and one-time code",
        Authentication.AdminKey => "admin key",
        _ => throw new UnreachableException($"The authentication {authentication} has no words."),
    };
}
