using System.Text.RegularExpressions;
using MimeKit;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>Reads delivery status notifications (RFC 3464).</summary>
internal static partial class DeliveryReport
{
    /// <summary>The report; null when the mail is none.</summary>
    public static BounceReport? Of(MimeMessage message)
    {
        if (message.Body is not Multipart report) return null;

        var statuses = report.OfType<MessageDeliveryStatus>().ToList();
        var isOne = statuses.Count > 0 || report is MultipartReport { ReportType: { } type } && type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase);
        return isOne
            ? new BounceReport(Originals(message), [.. statuses.SelectMany(Groups).Select(Recipient).OfType<BouncedRecipient>()])
            : null;
    }

    /// <summary>Ids of the mails that a report is about: of what it returns, then of what it answers.</summary>
    public static IReadOnlyList<string> Originals(MimeMessage message)
    {
        var returned = (message.Body as Multipart ?? []).OfType<MessagePart>().Select(part => part.Message is { } original ? MailEnvelope.Id(original.Headers) : null);
        return [.. returned.OfType<string>().Concat(MailEnvelope.References(message.Headers)).Distinct(StringComparer.Ordinal)];
    }

    // The first group is about the mail, the others are about one recipient each. What a stranger wrote may not parse.
    private static IEnumerable<HeaderList> Groups(MessageDeliveryStatus status)
    {
        try
        {
            return status.StatusGroups;
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static BouncedRecipient? Recipient(HeaderList group)
    {
        var address = Address(group["Original-Recipient"]) ?? Address(group["Final-Recipient"]);
        if (address is null) return null;

        var failed = string.Equals(group["Action"]?.Split('(')[0].Trim(), "failed", StringComparison.OrdinalIgnoreCase);
        return new BouncedRecipient(address, failed, StatusCode().Match(group["Status"] ?? "") is { Success: true } status ? status.Value.Trim() : null);
    }

    // "rfc822; ana@studio.example"; the type says how to read the rest, and only addresses are of use.
    private static string? Address(string? recipient) => EmailAddress.Read(recipient?[(recipient.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>'));

    [GeneratedRegex(@"^\s*[245]\.\d{1,3}\.\d{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex StatusCode();
}
