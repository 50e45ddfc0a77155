using MimeKit;
using MimeKit.Cryptography;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail.Reading;

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
    /// <param name="options">Whose word counts.</param>
    public static SenderCheck Check(HeaderList headers, string domain, MailOptions options)
    {
        var receiver = options.Receiver?.Trim();
        if (string.IsNullOrEmpty(receiver) && !options.TrustCompositeResult)
        {
            return Fail("No receiving server is configured (Mail:Receiver), so nobody vouches for the sender.");
        }

        SenderCheck? check = null;
        foreach (var header in headers.Where(h => h.Id is HeaderId.AuthenticationResults))
        {
            // An unreadable one may be the server's own, bent by what the sender put into it: look no further down.
            if (!AuthenticationResults.TryParse(header.RawValue, out var results))
            {
                return check ?? Fail("The result of the sender's authentication cannot be read.");
            }

            if (!IsOf(results, receiver, options)) continue;

            // The server removes what pretends to be its own, and says no two things of one mail.
            if (check is not null && Of(results, "dmarc").Exists(r => !Passed(r))) return Fail("There are several results of the sender's authentication, and they contradict each other.");
            check ??= Judge(results, domain, results.AuthenticationServiceIdentifier ?? "the mailbox's server", headers, options);
            if (!check.Passed) return check;
        }

        return check ?? Fail($"{receiver ?? "The mailbox's server"} left no result of the sender's authentication.");
    }

    // Exchange Online leaves out its name, and renames such headers of others before it writes its own.
    private static bool IsOf(AuthenticationResults results, string? receiver, MailOptions options) =>
        results.AuthenticationServiceIdentifier is { Length: > 0 } name
            ? name.Equals(receiver, StringComparison.OrdinalIgnoreCase)
            : options.TrustCompositeResult && Of(results, "compauth").Count > 0;

    private static SenderCheck Judge(AuthenticationResults results, string domain, string receiver, HeaderList headers, MailOptions options)
    {
        // RFC 8601 versions its syntax; what a later one means is not known here.
        if (results.Version is not (null or 1)) return Fail("The result of the sender's authentication is of an unknown version.");

        var dmarc = Of(results, "dmarc");
        if (options.TrustCompositeResult && Of(results, "compauth") is [var composite]) return Composite(composite, dmarc, domain, receiver);

        if (dmarc.Count > 0)
        {
            if (dmarc.Find(r => !Passed(r)) is { } failed)
            {
                return ArcSeal.Vouches(headers, results, domain, options.TrustedSealer) is { } sealer
                    ? new SenderCheck(true, $"{receiver} reports arc=pass, and {sealer} had reported dmarc=pass for {domain}.")
                    : Fail($"{receiver} reports dmarc={failed.Result} for {domain}.");
            }

            return dmarc.All(r => Names(r, "header", "from", domain))
                ? new SenderCheck(true, $"{receiver} reports dmarc=pass for {domain}.")
                : Fail($"{receiver} reports dmarc=pass, but not for {domain}.");
        }

        if (Of(results, "dkim").Exists(r => Passed(r) && Names(r, "header", "d", domain)))
        {
            return new SenderCheck(true, $"{receiver} reports dkim=pass for {domain}.");
        }

        var spf = Of(results, "spf");
        return spf.Count > 0 && spf.TrueForAll(r => Passed(r) && Names(r, "smtp", "mailfrom", domain))
            ? new SenderCheck(true, $"{receiver} reports spf=pass for {domain}.")
            : Fail($"{receiver} reports neither dmarc, dkim nor spf as passed for {domain}.");
    }

    // Reasons 1xx and 7xx stand for a mail that proved itself; 2xx for a guess, 4xx and 9xx for a check that was skipped.
    private static SenderCheck Composite(AuthenticationMethodResult composite, List<AuthenticationMethodResult> dmarc, string domain, string receiver)
    {
        var reported = $"{receiver} reports compauth={composite.Result} reason={composite.Reason ?? "none"}";
        return !Passed(composite) || composite.Reason is not (['1' or '7', _, _]) ? Fail($"{reported} for {domain}.")
            : dmarc.Count > 0 && dmarc.TrueForAll(r => Names(r, "header", "from", domain)) ? new SenderCheck(true, $"{reported} for {domain}.")
            : Fail($"{reported}, but not for {domain}.");
    }

    internal static List<AuthenticationMethodResult> Of(AuthenticationResults results, string method) =>
        [.. results.Results.Where(r => string.Equals(r.Method, method, StringComparison.OrdinalIgnoreCase))];

    internal static bool Passed(AuthenticationMethodResult result) =>
        string.Equals(result.Result, "pass", StringComparison.OrdinalIgnoreCase);

    // Strict alignment: the property is there, and every time it is there it names this very domain.
    internal static bool Names(AuthenticationMethodResult result, string type, string property, string domain)
    {
        List<string> values =
        [
            .. result.Properties
                .Where(p => string.Equals(p.PropertyType, type, StringComparison.OrdinalIgnoreCase)
                    && string.Equals(p.Property, property, StringComparison.OrdinalIgnoreCase))
                .Select(p => p.Value[(p.Value.LastIndexOf('@') + 1)..].TrimEnd('.')),
        ];
        return values.Count > 0 && values.TrueForAll(v => string.Equals(v, domain, StringComparison.OrdinalIgnoreCase));
    }

    private static SenderCheck Fail(string reason) => new(false, reason);
}
