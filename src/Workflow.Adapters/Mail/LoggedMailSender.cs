using Microsoft.Extensions.Logging;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail;

/// <summary>
/// Hands over each Message-ID once, and notes what each was about. A mail that was handed over when the process died before
/// the note goes out again under the same id, which its receiver recognises.
/// </summary>
internal sealed partial class LoggedMailSender(IMailSender inner, IMailLog log, TimeProvider time, ILogger<LoggedMailSender> logger) : IMailSender
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var known = await log.FindAsync(mail.MessageId, cancellationToken);
        if (known is { Handed: true })
        {
            LogAgain(logger, mail.Effect?.Value);
            return;
        }

        // Noted before it leaves, so that an answer that is faster than the note still finds what it is about.
        var entry = known ?? new SentMail(
            mail.MessageId, mail.Request, mail.Effect, mail.ToAddress.ToLowerInvariant(), time.GetUtcNow(), Draft: null, Handed: false);
        if (known is null) await log.NoteAsync(entry, cancellationToken);

        await inner.SendAsync(mail, cancellationToken);

        // The server has it: giving up now would only make it go out twice.
        await log.NoteAsync(entry with { Handed = true }, CancellationToken.None);
    }

    [LoggerMessage(1, LogLevel.Information, "A mail that was handed over before is not sent again, effect {Effect}.")]
    private static partial void LogAgain(ILogger logger, string? effect);
}
