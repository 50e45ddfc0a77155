using MimeKit;
using MimeKit.Cryptography;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail;

/// <summary>
/// Reads what the receiving server found out about the sender (<c>Authentication-Results</c>, RFC 8601). Servers put
/// their header on top, so the first one that bears the configured name is the server's own and any below it may be
/// forged. Whatever is not a clear pass for exactly the author's domain is none.
/// </summary>
internal static class SenderAuthentication
{
    /// <summary>Judges the author's domain.</summary>
    /// <param name="headers">Of the mail, top first.</param>
    /// <param name="domain">Of the author's address, lower case.</param>
    /// <param name="receiver">The name that the receiving server gives itself (authserv-id); null when none is configured.</param>
    public static SenderCheck Check(HeaderList headers, string domain, string? receiver)
    {
        if (string.IsNullOrWhiteSpace(receiver))
        {
            return Fail("No receiving server is configured (Mail:Receiver), so nobody vouches for the sender.");
        }

        foreach (var header in headers.Where(h => h.Id is HeaderId.AuthenticationResults))
        {
            // An unreadable one may be the server's own, bent by what the sender put into it: look no further down.
            if (!AuthenticationResults.TryParse(header.RawValue, out var results))
            {
                return Fail("The result of the sender's authentication cannot be read.");
            }

            if (string.Equals(results.AuthenticationServiceIdentifier, receiver, StringComparison.OrdinalIgnoreCase))
            {
                return Judge(results, domain, receiver);
            }
        }

        return Fail($"{receiver} left no result of the sender's authentication.");
    }

    private static SenderCheck Judge(AuthenticationResults results, string domain, string receiver)
    {
        // RFC 8601 versions its syntax; what a later one means is not known here.
        if (results.Version is not (null or 1)) return Fail("The result of the sender's authentication is of an unknown version.");

        var dmarc = Of(results, "dmarc");
        if (dmarc.Count > 0)
        {
            if (dmarc.Find(r => !Passed(r)) is { } failed) return Fail($"{receiver} reports dmarc={failed.Result} for {domain}.");

            return dmarc.All(r => Names(r, "header", "from", domain))
                ? new SenderCheck(true, $"{receiver} reports dmarc=pass for {domain}.")
                : Fail($"{receiver} reports dmarc=pass, but not for {domain}.");
        }

        if (Of(results, "dkim").Any(r => Passed(r) && Names(r, "header", "d", domain)))
        {
            return new SenderCheck(true, $"{receiver} reports dkim=pass for {domain}.");
        }

        var spf = Of(results, "spf");
        return spf.Count > 0 && spf.All(r => Passed(r) && Names(r, "smtp", "mailfrom", domain))
            ? new SenderCheck(true, $"{receiver} reports spf=pass for {domain}.")
            : Fail($"{receiver} reports neither dmarc, dkim nor spf as passed for {domain}.");
    }

    private static List<AuthenticationMethodResult> Of(AuthenticationResults results, string method) =>
        [.. results.Results.Where(r => string.Equals(r.Method, method, StringComparison.OrdinalIgnoreCase))];

    private static bool Passed(AuthenticationMethodResult result) =>
        string.Equals(result.Result, "pass", StringComparison.OrdinalIgnoreCase);

    // Strict alignment: the property is there, and every time it is there it names this very domain.
    private static bool Names(AuthenticationMethodResult result, string type, string property, string domain)
    {
        List<string> values =
        [
            .. result.Properties
                .Where(p => string.Equals(p.PropertyType, type, StringComparison.OrdinalIgnoreCase)
                    && string.Equals(p.Property, property, StringComparison.OrdinalIgnoreCase))
                .Select(p => p.Value[(p.Value.LastIndexOf('@') + 1)..].TrimEnd('.')),
        ];
        return values.Count > 0 && values.All(v => string.Equals(v, domain, StringComparison.OrdinalIgnoreCase));
    }

    private static SenderCheck Fail(string reason) => new(false, reason);
}
