using MimeKit;
using MimeKit.Cryptography;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Lets one trusted forwarder vouch for a sender whose DMARC it broke by forwarding (ARC, RFC 8617). Only the simplest
/// chain counts: the receiver found it whole, and the trusted one sealed it once, alone.
/// </summary>
internal static class ArcSeal
{
    /// <summary>The sealer that vouches for the domain; null when none does.</summary>
    /// <param name="headers">Of the mail.</param>
    /// <param name="received">What the receiving server itself found.</param>
    /// <param name="domain">Of the author, lower case.</param>
    /// <param name="trusted">The domain whose seal counts; null for none.</param>
    public static string? Vouches(HeaderList headers, AuthenticationResults received, string domain, string? trusted)
    {
        if (string.IsNullOrWhiteSpace(trusted)) return null;

        var chain = SenderAuthentication.Of(received, "arc");
        List<Header> seals = [.. headers.Where(h => h.Id is HeaderId.ArcSeal)];
        List<Header> reports = [.. headers.Where(h => h.Id is HeaderId.ArcAuthenticationResults)];
        if (chain is not [var whole] || !SenderAuthentication.Passed(whole) || seals is not [var seal] || reports is not [var report]) return null;

        return Tag(seal.Value, "i") == "1" && trusted.Trim().Equals(Tag(seal.Value, "d"), StringComparison.OrdinalIgnoreCase)
            && AuthenticationResults.TryParse(report.RawValue, out var sealedResults) && sealedResults.Instance == 1
            && SenderAuthentication.Of(sealedResults, "dmarc") is [var dmarc] && SenderAuthentication.Passed(dmarc)
            && SenderAuthentication.Names(dmarc, "header", "from", domain)
                ? trusted.Trim()
                : null;
    }

    // "i=1; a=rsa-sha256; d=sealer.example; …": a tag that stands twice says nothing.
    private static string? Tag(string seal, string name)
    {
        List<string> values = [.. seal.Split(';').Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries)).Where(tag => tag is [var key, _] && key == name).Select(tag => tag[1])];
        return values is [var only] ? only : null;
    }
}
