using Microsoft.Extensions.Logging;
using Workflow.Core.Diagnostics;
using Workflow.Core.Intake;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail;

/// <summary>
/// Takes in what waits in a mailbox, one mail after another, and files each where its fate belongs. Stopped between the
/// two, it takes the mail in again, which leads to the same request; a mail that fails stays and is tried in the next run.
/// </summary>
public sealed partial class MailboxRun
{
    private readonly IMailbox _mailbox;
    private readonly TakeMail _take;
    private readonly ILogger<MailboxRun> _logger;

    /// <summary>Runs over a mailbox for an intake.</summary>
    public MailboxRun(IMailbox mailbox, MailIntake intake, ILogger<MailboxRun> logger)
        : this(mailbox, intake.TakeAsync, logger)
    {
    }

    internal MailboxRun(IMailbox mailbox, TakeMail take, ILogger<MailboxRun> logger) => (_mailbox, _take, _logger) = (mailbox, take, logger);

    internal delegate Task<MailIntakeResult> TakeMail(Stream raw, CancellationToken cancellationToken);

    /// <summary>Deals with what waits now. Throws when the mailbox itself cannot be reached.</summary>
    /// <returns>Whether every mail that waited was filed.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var mail in await _mailbox.WaitingAsync(cancellationToken))
        {
            all &= await DealWithAsync(mail, cancellationToken);
        }

        return all;
    }

    private async Task<bool> DealWithAsync(WaitingMail mail, CancellationToken cancellationToken)
    {
        await using var raw = await _mailbox.OpenAsync(mail, cancellationToken);
        if (raw is null)
        {
            return true;
        }

        MailIntakeResult result;
        try
        {
            result = await _take(raw, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The mail is fine until the intake has said otherwise; the others get their turn.
            LogFailed(_logger, FailureText.Of(e));
            return false;
        }

        await _mailbox.FileAsync(mail, result.Fate, cancellationToken);
        LogFiled(_logger, result.Fate, (result as MailIntakeResult.Accepted)?.Id.ToString() ?? (result as MailIntakeResult.Joined)?.Id.ToString());
        return true;
    }

    [LoggerMessage(1, LogLevel.Information, "A mail of the mailbox was filed as {Fate}, request {Request}.")]
    private static partial void LogFiled(ILogger logger, MailFate fate, string? request);

    [LoggerMessage(2, LogLevel.Error, "A mail of the mailbox could not be taken in: {Reason}. It stays there and is tried again.")]
    private static partial void LogFailed(ILogger logger, string reason);
}
