using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MailKit;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Imap;

/// <summary>
/// A mail as the server numbers it. The numbers hold as long as the folder's UIDVALIDITY (RFC 3501, section 2.3.1.1): under
/// another one they name other mails, so it is part of the id.
/// </summary>
internal static class ImapId
{
    public static WaitingMail Of(IMailFolder folder, UniqueId uid) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{folder.UidValidity}:{uid.Id}"));

    /// <summary>The number, when it is still good in this folder.</summary>
    public static bool TryRead(WaitingMail mail, IMailFolder folder, [NotNullWhen(true)] out UniqueId? uid)
    {
        var parts = mail.Id.Split(':');
        uid = uint.Parse(parts[0], CultureInfo.InvariantCulture) == folder.UidValidity
            ? new UniqueId(folder.UidValidity, uint.Parse(parts[1], CultureInfo.InvariantCulture))
            : null;
        return uid is not null;
    }
}
