using MimeKit;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>The one author of a mail, who is answered and who may not decide.</summary>
/// <param name="Name">Display name as one clean line; null when there is none.</param>
/// <param name="Address">Lower case, its domain in ASCII.</param>
internal sealed record MailAuthor(string? Name, string Address)
{
    // A name and an address; more is made to confuse whoever reads it.
    private const int LongestField = 2_000;

    // Nothing is read into a sloppy address.
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>The author; null unless there is exactly one <c>From</c> with exactly one proper address.</summary>
    public static MailAuthor? Of(HeaderList headers)
    {
        List<Header> from = [.. headers.Where(h => h.Id is HeaderId.From).Take(2)];
        return from is [{ RawValue.Length: <= LongestField } only]
            && InternetAddressList.TryParse(Strict, only.RawValue, out var list)
            && list is [MailboxAddress author]
            && EmailAddress.Read(author.Address) is { } address
                ? new MailAuthor(PlainText.Line(author.Name), address)
                : null;
    }
}
