using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using Workflow.Core.People;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Finds what makes a sender look like somebody else although the servers vouch for them: a display name that shows
/// another address, and domains that look like one that we know.
/// </summary>
internal sealed partial class SenderTricks
{
    private readonly string[] _known;

    /// <summary>Knows our own domain and those that the settings name.</summary>
    public SenderTricks(MailOptions options) =>
        _known = [.. options.KnownDomains.Select(d => d.Trim().ToLowerInvariant()).Append(EmailAddress.DomainOf(EmailAddress.Read(MailboxAddress.Parse(options.From).Address)!)).Distinct()];

    /// <summary>What is suspicious about an author, in words; null when nothing is.</summary>
    public string? Of(MailAuthor author)
    {
        var domain = EmailAddress.DomainOf(author.Address);
        return OtherAddress(author) is { } shown ? $"The sender's name shows the address {shown}, but the mail is from {author.Address}."
            : Mixed(domain) is { } mixed ? $"The domain {mixed} ({domain}) mixes letters of several scripts, to look like another one."
            : Imitated(domain) is { } known ? $"The domain {Readable(domain)}{(Readable(domain) == domain ? "" : $" ({domain})")} looks like {known}, which we know, but is another one."
            : null;
    }

    private static string? OtherAddress(MailAuthor author)
    {
        if (author.Name is null) return null;

        // Wide and small forms of the sign look the same to a reader.
        var shown = AnAddress().Match(author.Name.Replace('＠', '@').Replace('﹫', '@'));
        return shown.Success && !shown.Value.Equals(author.Address, StringComparison.OrdinalIgnoreCase) ? shown.Value : null;
    }

    private static string? Mixed(string domain) => Readable(domain) is var readable && readable.Split('.').Any(Confusables.MixesScripts) ? readable : null;

    private string? Imitated(string domain)
    {
        var labels = Readable(domain).Split('.');
        return Array.Find(_known, known =>
        {
            // "studio.example.evil.example" shows a known domain first; only the last labels say whose it is.
            if (domain.StartsWith($"{known}.", StringComparison.Ordinal)) return true;

            var length = known.Count(c => c == '.') + 1;
            var tail = string.Join('.', labels.TakeLast(length));
            return domain != known && !domain.EndsWith($".{known}", StringComparison.Ordinal) && Confusables.Skeleton(tail) == Confusables.Skeleton(Readable(known));
        });
    }

    // What a mail program shows instead of "xn--…"; a label that says nothing readable stays as it is.
    private static string Readable(string domain)
    {
        try
        {
            return new IdnMapping().GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    [GeneratedRegex(@"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", RegexOptions.CultureInvariant)]
    private static partial Regex AnAddress();
}
