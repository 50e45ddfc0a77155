using Workflow.Core.Intake;

namespace Workflow.Core.Ports;

/// <summary>The mailbox that declarations are sent to, as a mail server keeps it.</summary>
public interface IMailbox
{
    /// <summary>How often it is to be looked at, should nothing be announced.</summary>
    TimeSpan Every { get; }

    /// <summary>The mails that wait in its inbox, oldest first.</summary>
    Task<IReadOnlyList<WaitingMail>> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>A raw mail; null when it is gone, because somebody else has filed or deleted it.</summary>
    Task<Stream?> OpenAsync(WaitingMail mail, CancellationToken cancellationToken);

    /// <summary>Moves it out of the inbox into the folder of its fate, made when it is not there. Nothing happens when it is gone.</summary>
    Task FileAsync(WaitingMail mail, MailFate fate, CancellationToken cancellationToken);

    /// <summary>Waits until something may have arrived, for so long at most; a server that cannot tell waits to the end.</summary>
    Task WatchAsync(TimeSpan atMost, CancellationToken cancellationToken);
}

/// <summary>A mail in an inbox.</summary>
/// <param name="Id">By which the server knows it; it may not outlive the session.</param>
public sealed record WaitingMail(string Id);
