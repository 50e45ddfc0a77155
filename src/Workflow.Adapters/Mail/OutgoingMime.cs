using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Mail;

/// <summary>Makes the MIME of a mail, the same for every way of carrying it.</summary>
internal sealed class OutgoingMime(IOptions<MailOptions> options, MailSigner signer, TimeProvider time)
{
    /// <summary>The message; throws <see cref="ArgumentException"/> when it has no proper receiver or id.</summary>
    public MimeMessage Build(OutgoingMail mail)
    {
        var address = EmailAddress.Read(mail.ToAddress)
            ?? throw new ArgumentException("The receiver's address is not one.", nameof(mail));

        // Names and subjects hold what strangers typed: one line each, so that no header can be smuggled in.
        var message = new MimeMessage
        {
            MessageId = Id(mail.MessageId),
            Subject = PlainText.Line(mail.Subject) ?? "",
            Date = time.GetUtcNow(),
            Body = signer.Sign(new MultipartAlternative
            {
                Part("plain", mail.Text),
                Part("html", mail.Html),
            }),
        };
        message.From.Add(MailboxAddress.Parse(options.Value.From));
        message.To.Add(new MailboxAddress(PlainText.Line(mail.ToName) ?? "", address));
        if (mail.ReplyTo is { } replyTo) message.ReplyTo.Add(MailboxAddress.Parse(replyTo));
        message.References.AddRange(mail.References.Select(Id));
        if (mail.References is [.., var last]) message.InReplyTo = Id(last);

        // Keeps out-of-office programs and the intake of another installation from answering (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.Unsubscribe is { } off)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{off.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.Headers.Add("Content-Language", PlainText.Line(mail.Language) ?? "en");
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static TextPart Part(string subtype, string text) => new(subtype)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };

    private static string Id(string id) =>
        MimeUtils.ParseMessageId($"<{id}>") == id ? id : throw new ArgumentException("A Message-ID is not one.", nameof(id));
}
