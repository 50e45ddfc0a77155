using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using Workflow.Core.Intake;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Mail;

/// <summary>Reads mails with MimeKit. Whatever a sender can do wrong ends in a stated refusal, never in an exception.</summary>
internal sealed class MimeMailReader(IOptions<MailOptions> options) : IMailReader
{
    private const string ResendPlainly = "Write a new mail in your usual mail program and send it again, or use the form.";

    // Loose enough for what real programs send, but no nesting that could exhaust the stack.
    private static readonly ParserOptions Parsing = new() { MaxMimeDepth = MailLimits.Depth + 2 };

    // The one author decides who is answered and who may not decide, so nothing is read into a sloppy address.
    private static readonly ParserOptions ParsingAuthor = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    static MimeMailReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public async Task<MailReading> ReadAsync(Stream raw, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        await raw.CopyToAsync(bytes, cancellationToken);
        try
        {
            return MimeShape.Of(bytes, cancellationToken).Excess is { } excess
                ? new MailReading.Refused($"The mail has {excess}.", ResendPlainly)
                : Read(await LoadAsync(bytes, cancellationToken));
        }
        catch (FormatException)
        {
            return new MailReading.Refused("This is not a mail that can be read: it has no proper header.", ResendPlainly);
        }
    }

    private static Task<MimeMessage> LoadAsync(MemoryStream bytes, CancellationToken cancellationToken)
    {
        bytes.Position = 0;
        return MimeMessage.LoadAsync(Parsing, bytes, persistent: true, cancellationToken);
    }

    private MailReading Read(MimeMessage message)
    {
        if (Machine(message) is { } machine)
        {
            return new MailReading.Refused(machine, "Declarations are taken from people. Write the mail yourself and send it again.");
        }

        if (Author(message) is not { } author)
        {
            return new MailReading.Refused("The mail does not name exactly one author with a proper address in “From”.", ResendPlainly);
        }

        var address = EmailAddress.Read(author.Address)!;
        var content = MailContent.Of(message);
        var subject = PlainText.Line(message.Subject) ?? "";
        if (content.Excess is { } excess)
        {
            return new MailReading.Refused(excess, "Send fewer or smaller files, or say in the text where the files lie.");
        }

        if (subject.Length == 0 && PlainText.Line(content.Text) is null)
        {
            return new MailReading.Refused("The mail has neither a subject nor a text.", "Say in a few words what you want to do, and send it again.");
        }

        return new MailReading.Read(new IncomingMail(
            MessageId(message),
            PlainText.Line(author.Name) ?? address,
            address,
            subject,
            content.Text,
            SenderAuthentication.Check(message.Headers, EmailAddress.DomainOf(address), options.Value.Receiver),
            content.Files));
    }

    private static string? Machine(MimeMessage message)
    {
        var automatic = message.Headers.Where(h => h.Id is HeaderId.AutoSubmitted)
            .Any(h => !h.Value.Split(';')[0].Trim().Equals("no", StringComparison.OrdinalIgnoreCase));
        if (automatic) return "The mail was sent by a program (Auto-Submitted), not by a person.";

        var bounce = message.Headers[HeaderId.ReturnPath]?.Replace(" ", "", StringComparison.Ordinal) == "<>"
            || message.Body is MultipartReport;
        return bounce ? "The mail is a report about the delivery of another mail." : null;
    }

    private static MailboxAddress? Author(MimeMessage message)
    {
        List<Header> from = [.. message.Headers.Where(h => h.Id is HeaderId.From)];
        return from is [var only]
            && InternetAddressList.TryParse(ParsingAuthor, only.RawValue, out var list)
            && list is [MailboxAddress author]
            && EmailAddress.Read(author.Address) is not null
                ? author
                : null;
    }

    // It becomes part of the key that tells a repeated mail, so only a plain one of sane length will do.
    private static string? MessageId(MimeMessage message) =>
        message.MessageId is { Length: > 0 and <= 250 } id && id.All(c => c is > ' ' and < '\x7f') ? id : null;
}
