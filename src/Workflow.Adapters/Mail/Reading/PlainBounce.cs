using System.Text.RegularExpressions;
using MimeKit;
using Workflow.Core.Intake;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Reads what servers write that report without a machine-readable part: qmail, old sendmail and exim, gateways. Such a
/// mail counts when a mail server wrote it and the id of the mail that came back can be found in it.
/// </summary>
internal static partial class PlainBounce
{
    // The report and the header of what comes back stand at the top.
    private const int Enough = 50_000;

    /// <summary>The report; null when the mail is none.</summary>
    public static BounceReport? Of(MimeMessage message)
    {
        if (!IsOfServer(message.Headers)) return null;

        var text = Text(message);
        string[] ids = [.. DeliveryReport.Originals(message).Concat(ReturnedId().Matches(text).Select(m => m.Groups[1].Value).Where(MailEnvelope.IsSane)).Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0) return null;

        // Below the returned header stand the addresses of the mail itself.
        var report = ReturnedId().Match(text) is { Success: true } match ? text[..match.Index] : text;
        var failed = !Delayed().IsMatch($"{message.Headers[HeaderId.Subject]}\n{report}");
        var status = StatusCode().Match(report) is { Success: true } code ? code.Value : null;
        return new BounceReport(ids, [.. Recipients(message.Headers, report).Select(address => new BouncedRecipient(address, failed, status))]);
    }

    private static bool IsOfServer(HeaderList headers) =>
        headers.Contains("X-Failed-Recipients") || ServerName().IsMatch(headers[HeaderId.From] ?? "");

    private static IEnumerable<string> Recipients(HeaderList headers, string report) =>
        (headers["X-Failed-Recipients"] is { } failed ? failed.Split(',') : RecipientLine().Matches(report).Select(m => m.Groups[1].Value))
            .Select(EmailAddress.Read).OfType<string>().Distinct(StringComparer.Ordinal).Take(100);

    private static string Text(MimeMessage message)
    {
        var part = message.Body as TextPart ?? (message.Body as Multipart)?.OfType<TextPart>().FirstOrDefault();
        var text = part is { Content.Stream.Length: <= MailLimits.TextBytes } ? PartText.Of(part).ReplaceLineEndings("\n") : "";
        return text[..Math.Min(text.Length, Enough)];
    }

    [GeneratedRegex(@"\b(mailer-daemon|postmaster|mail-daemon|microsoftexchange)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ServerName();

    [GeneratedRegex(@"^[>\s]*Message-ID:\s*<([^<>\s]{1,250})>", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ReturnedId();

    [GeneratedRegex(@"^\s{0,8}(?:<|(?=\S+@\S+\s*$))([^<>\s@]{1,64}@[^<>\s:]{1,200})>?", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex RecipientLine();

    [GeneratedRegex(@"\b[245]\.\d{1,2}\.\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex StatusCode();

    [GeneratedRegex(@"\bdelayed\b|\bdelay\b|\bwarning\b|will (keep|continue)|not yet been|still (be|being) retried", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Delayed();
}
