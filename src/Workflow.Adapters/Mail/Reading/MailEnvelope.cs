using System.Text;
using MimeKit;
using MimeKit.Utils;
using Workflow.Core.Intake;
using Workflow.Core.People;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>What the header says about where a mail belongs: its id, the mails it answers, and whom it went to.</summary>
internal static class MailEnvelope
{
    private const int LongestId = 250;

    // Threads grow a reference with each answer; the newest ones lead to ours.
    private const int MostReferences = 100;

    private static readonly string[] RecipientFields = ["To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"];

    /// <summary>The mail's own id without angle brackets; null when it has none that could be part of a key.</summary>
    public static string? Id(HeaderList headers) =>
        headers.FirstOrDefault(h => h.Id is HeaderId.MessageId) is { } header && MimeUtils.ParseMessageId(header.RawValue, 0, header.RawValue.Length) is { } id && IsSane(id)
            ? id
            : null;

    /// <summary>Ids of the mails that it answers: <c>In-Reply-To</c>, then <c>References</c> from the newest.</summary>
    public static IReadOnlyList<string> References(HeaderList headers) =>
        [.. Ids(headers, HeaderId.InReplyTo).Concat(Ids(headers, HeaderId.References).Reverse()).Distinct(StringComparer.Ordinal).Take(MostReferences)];

    /// <summary>Lower-case addresses that it was sent or delivered to.</summary>
    public static IReadOnlyList<string> Recipients(HeaderList headers) =>
        [.. headers.Where(h => RecipientFields.Contains(h.Field, StringComparer.OrdinalIgnoreCase)).SelectMany(h => Addresses(h.RawValue))
            .Distinct(StringComparer.Ordinal).Take(MailLimits.Recipients)];

    /// <summary>Whether an id is printable ASCII of sane length.</summary>
    public static bool IsSane(string id) => id.Length is > 0 and <= LongestId && id.All(c => c is > ' ' and < '\x7f');

    /// <summary>
    /// The proper addresses in a list of them, one after another, so that a list of thousands costs no more than its
    /// addresses. What stands in quotation marks or brackets is a name, even where it looks like an address.
    /// </summary>
    internal static IEnumerable<string> Addresses(byte[] list)
    {
        var token = new StringBuilder();
        var (quoted, comment) = (false, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            var c = i < list.Length ? (char)list[i] : ',';
            if (c == '\\' && (quoted || comment > 0))
            {
                i++;
                continue;
            }

            if (c == '"') quoted = !quoted && i < list.Length;
            if (!quoted) comment = Math.Max(0, comment + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (!(quoted || comment > 0) && c is > ' ' and < '\x7f' and not (',' or ';' or '<' or '>' or ':' or '"' or '(' or ')'))
            {
                if (token.Length <= EmailAddress.Longest) token.Append(c);
            }
            else if (token.Length > 0)
            {
                if (EmailAddress.Read(token.ToString()) is { } address) yield return address;
                token.Clear();
            }
        }
    }

    private static IEnumerable<string> Ids(HeaderList headers, HeaderId field) =>
        headers.Where(h => h.Id == field).SelectMany(h => MimeUtils.EnumerateReferences(h.RawValue, 0, h.RawValue.Length)).Where(IsSane);
}
