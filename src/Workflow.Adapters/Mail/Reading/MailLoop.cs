using System.Text.RegularExpressions;
using MimeKit;
using Workflow.Core.People;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>Recognises mails that would come back for ever if they were answered: our own ones, and those of lists.</summary>
internal static partial class MailLoop
{
    private static readonly HeaderId[] ListFields = [HeaderId.ListId, HeaderId.ListPost, HeaderId.ListUnsubscribe];

    /// <summary>Why a mail must not be answered, in words; null when nothing speaks against it.</summary>
    /// <param name="message">As parsed.</param>
    /// <param name="ourSender">What we send from, with or without a name.</param>
    public static string? Of(MimeMessage message, string ourSender)
    {
        var ours = EmailAddress.Read(MailboxAddress.Parse(ourSender).Address)!;
        if (message.Headers.Where(h => h.Id is HeaderId.From or HeaderId.Sender).SelectMany(h => MailEnvelope.Addresses(h.RawValue)).Contains(ours, StringComparer.Ordinal))
        {
            return "The mail bears our own address as its sender.";
        }

        if (MailEnvelope.Id(message.Headers) is { } id && OurId().IsMatch(id) && id.EndsWith($"@{EmailAddress.DomainOf(ours)}", StringComparison.OrdinalIgnoreCase))
        {
            return "The mail bears a Message-ID of ours: it is one of our own mails, come back.";
        }

        return message.Headers.Contains("X-Loop") ? "The mail was passed on by a program that marks mails against going round in circles (X-Loop)."
            : ListFields.Any(message.Headers.Contains) ? "The mail came through a mailing list, so it is not written to us alone."
            : null;
    }

    // What ours are derived from is known to whoever sends them; that they are forty hexadecimal digits is enough here.
    [GeneratedRegex("^[0-9a-f]{40}@", RegexOptions.CultureInvariant)]
    private static partial Regex OurId();
}
