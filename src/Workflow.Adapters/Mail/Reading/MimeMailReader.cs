using Microsoft.Extensions.Options;
using MimeKit;
using Workflow.Core.Intake;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>Reads mails with MimeKit. Whatever a sender can do wrong ends in a stated refusal, never in an exception.</summary>
internal sealed class MimeMailReader(IOptions<MailOptions> options) : IMailReader
{
    private const string ResendPlainly = "Write a new mail in your usual mail program and send it again, or use the form.";
    private const string WriteYourself = "Declarations are taken from people. Write the mail yourself and send it again.";

    // Loose enough for what real programs send, but no nesting that could exhaust the stack.
    private static readonly ParserOptions Parsing;

    private readonly SenderTricks _tricks = new(options.Value);

    static MimeMailReader()
    {
        Charsets.Register();
        Parsing = new ParserOptions { MaxMimeDepth = MailLimits.Depth + 2 };
    }

    public async Task<MailReading> ReadAsync(Stream raw, CancellationToken cancellationToken)
    {
        var mail = raw as MemoryStream ?? await CopyAsync(raw, cancellationToken);
        var start = mail.Position;
        try
        {
            if (MimeShape.Of(mail, cancellationToken).Excess is { } excess) return new MailReading.Refused($"The mail has {excess}.", ResendPlainly);

            mail.Position = start;
            var fault = HeaderFaults.Of(mail);

            mail.Position = start;
            return Read(await MimeMessage.LoadAsync(Parsing, mail, persistent: true, cancellationToken), fault);
        }
        catch (FormatException)
        {
            return new MailReading.Refused("This is not a mail that can be read: it has no proper header.", ResendPlainly);
        }
    }

    private static async Task<MemoryStream> CopyAsync(Stream raw, CancellationToken cancellationToken)
    {
        var copy = new MemoryStream();
        await raw.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        return copy;
    }

    private MailReading Read(MimeMessage message, string? fault)
    {
        // A bounce quotes headers of ours and bears those of a program, so it is looked for before both.
        if ((DeliveryReport.Of(message) ?? PlainBounce.Of(message)) is { } bounce) return new MailReading.Bounced(bounce);
        if (MailLoop.Of(message, options.Value.From) is { } loop) return new MailReading.Refused(loop, WriteYourself);

        var author = MailAuthor.Of(message.Headers);
        if (AutomaticMail.Of(message, author?.Address) is var writer and not Writer.Person)
        {
            return new MailReading.Automatic(new AutomaticReply(
                author?.Address,
                MailEnvelope.References(message.Headers),
                MailEnvelope.Recipients(message.Headers),
                SaysAway: writer is Writer.AwayProgram,
                author is null ? new SenderCheck(false, "The mail names no author.") : Check(message, author, fault)));
        }

        return author is null
            ? new MailReading.Refused("The mail does not name exactly one author with a proper address in “From”.", ResendPlainly)
            : ReadLetter(message, author, fault);
    }

    private MailReading ReadLetter(MimeMessage message, MailAuthor author, string? fault)
    {
        var content = MailContent.Of(message);
        if (content.Excess is { } excess)
        {
            return new MailReading.Refused(excess, "Send fewer or smaller files, or say in the text where the files lie.");
        }

        if (content.Sealed is { } kind)
        {
            return new MailReading.Refused($"The mail is {kind}, and nobody here has the key.", "Send it again unencrypted, or use the form.");
        }

        if (content.Appointment?.IsNoLetter(content.Text) is { } appointment)
        {
            return new MailReading.Refused(appointment, "Say what you want to do in a mail of its own.");
        }

        var subject = PlainText.Line(message.Subject) ?? "";
        if (subject.Length == 0 && PlainText.Line(content.Text) is null)
        {
            return new MailReading.Refused("The mail has neither a subject nor a text.", "Say in a few words what you want to do, and send it again.");
        }

        return new MailReading.Read(
            new IncomingMail(
                MailEnvelope.Id(message.Headers), author.Name ?? author.Address, author.Address, subject, content.Text, Check(message, author, fault), content.Files)
            {
                References = MailEnvelope.References(message.Headers),
                Recipients = MailEnvelope.Recipients(message.Headers),
            });
    }

    // What looks like a trick is for a person to judge, whatever the servers proved: they prove domains, not intentions.
    private SenderCheck Check(MimeMessage message, MailAuthor author, string? fault) =>
        (fault ?? _tricks.Of(author)) is { } reason
            ? new SenderCheck(false, reason)
            : SenderAuthentication.Check(message.Headers, EmailAddress.DomainOf(author.Address), options.Value);
}
