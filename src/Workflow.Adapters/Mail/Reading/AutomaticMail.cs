using System.Text.RegularExpressions;
using MimeKit;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>Who wrote a mail.</summary>
internal enum Writer
{
    /// <summary>Somebody.</summary>
    Person,

    /// <summary>A program on its own: a ticket system, a receipt, a newsletter.</summary>
    Program,

    /// <summary>A program in the name of somebody who is away.</summary>
    AwayProgram,
}

/// <summary>
/// Tells by the header whether a program wrote a mail (RFC 3834, and what programs did before and beside it).
/// <c>X-Auto-Response-Suppress</c> alone says nothing: people's mails from Exchange bear it too.
/// </summary>
internal static partial class AutomaticMail
{
    private static readonly string[] AutoReplyFields =
        ["X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder", "X-Mail-Autoreply", "X-Autoreply-From"];

    private static readonly string[] TicketFields = ["X-OTRS", "X-Znuny", "X-Zendesk", "X-Jira", "X-JIRA", "RT-", "X-RT-", "X-Freshdesk", "X-GLPI", "X-ServiceNow", "X-Ticket"];

    /// <summary>Who wrote it.</summary>
    /// <param name="message">As parsed.</param>
    /// <param name="author">Lower-case address of its author; null when it names none.</param>
    public static Writer Of(MimeMessage message, string? author)
    {
        var headers = message.Headers;
        var submitted = Word(headers[HeaderId.AutoSubmitted]);
        var replies = submitted == "auto-replied" || AutoReplyFields.Any(f => headers[f] is { } value && Word(value) != "no") || Precedence(headers) == "auto_reply";

        // A rule of Exchange marks what it answers, and also what it merely passes on: only the former answers something.
        var rule = headers.Contains("X-MS-Exchange-Inbox-Rules-Loop") && (submitted is not null || headers.Contains(HeaderId.InReplyTo));

        var writes = submitted is not (null or "no") || replies || rule
            || Precedence(headers) is "bulk" or "junk" or "list"
            || headers[HeaderId.ReturnPath]?.Replace(" ", "", StringComparison.Ordinal) == "<>"
            || message.Body is MultipartReport
            || DaemonName().IsMatch(author ?? "");

        return !writes ? Writer.Person
            : message.Body is MultipartReport || IsDesk(headers, author) ? Writer.Program
            : replies || rule || SaysAway().IsMatch(headers[HeaderId.Subject] ?? "") ? Writer.AwayProgram
            : Writer.Program;
    }

    // Ticket systems answer by themselves as well, but nobody is away.
    private static bool IsDesk(HeaderList headers, string? author) =>
        headers.Any(h => TicketFields.Any(f => h.Field.StartsWith(f, StringComparison.OrdinalIgnoreCase)))
        || DeskName().IsMatch(author ?? "") || DaemonName().IsMatch(author ?? "") || TicketNumber().IsMatch(headers[HeaderId.Subject] ?? "");

    private static string? Precedence(HeaderList headers) => Word(headers[HeaderId.Precedence]);

    // The value up to its parameters or comment.
    private static string? Word(string? value) => value?.Split(';', '(')[0].Trim().ToLowerInvariant();

    [GeneratedRegex(@"^(mailer-daemon|postmaster|mail-daemon|mdaemon)@", RegexOptions.CultureInvariant)]
    private static partial Regex DaemonName();

    [GeneratedRegex(@"^(no-?_?reply|do-?not-?reply|nepasrepondre|support|help-?desk|service-?desk|tickets?|notifications?)@", RegexOptions.CultureInvariant)]
    private static partial Regex DeskName();

    [GeneratedRegex(@"\[[^\]]*(#|ticket|case)\s?[^\]]*\d[^\]]*\]|\bticket\s?#?\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TicketNumber();

    [GeneratedRegex(
        @"automatic reply|auto(matic)?[- ]?reply|out of (the )?office|away from|on vacation|réponse automatique|absen[ct]|respuesta automática|fuera de la oficina"
        + @"|automatische antwort|abwesen|resposta automática|ausência|ausente|risposta automatica|fuori (sede|ufficio)|assente|자동 (회신|응답)|부재|自動(応答|返信)|不在",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysAway();
}
