namespace Workflow.Core.Ports;

/// <summary>Mails whose sender could not be authenticated; kept until an admin has looked.</summary>
public interface IQuarantine
{
    /// <summary>Keeps a mail; the same content twice is kept once.</summary>
    Task HoldAsync(QuarantinedMail mail, CancellationToken cancellationToken);

    /// <summary>Those not yet settled, oldest first.</summary>
    Task<IReadOnlyList<QuarantinedMail>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One of them, settled or not; null when unknown.</summary>
    Task<QuarantinedMail?> FindAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Settles it: who did what with it, and why. False when it was settled before.</summary>
    Task<bool> SettleAsync(string sha256, Settlement settlement, CancellationToken cancellationToken);
}

/// <summary>A mail in quarantine.</summary>
/// <param name="Sha256">Of the raw mail, which is stored as a blob under it.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="From">The claimed sender, display only.</param>
/// <param name="Subject">Display only.</param>
/// <param name="Reason">Why it is here, in words.</param>
/// <param name="Settlement">What became of it; null while it waits.</param>
public sealed record QuarantinedMail(
    string Sha256, DateTimeOffset ReceivedAt, string From, string Subject, string Reason, Settlement? Settlement = null);

/// <summary>What an admin did with a quarantined mail.</summary>
/// <param name="Released">Whether it was taken in after all.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Which admin.</param>
/// <param name="Reason">Why.</param>
public sealed record Settlement(bool Released, DateTimeOffset At, string By, string Reason);
