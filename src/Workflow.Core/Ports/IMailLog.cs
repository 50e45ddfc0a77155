using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Core.Ports;

/// <summary>
/// What was handed to a mail server, by Message-ID: so that nothing is handed over twice, and an answer or a bounce finds
/// what it is about.
/// </summary>
public interface IMailLog
{
    /// <summary>The entry of a mail; null when it is not known.</summary>
    Task<SentMail?> FindAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Keeps an entry, in the place of an earlier one of the same Message-ID.</summary>
    Task NoteAsync(SentMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail on its way out.</summary>
/// <param name="MessageId">Without angle brackets.</param>
/// <param name="Request">What it is about; null when it is about none, or about several.</param>
/// <param name="Effect">The effect that it carries out; null when it carries out none.</param>
/// <param name="To">Lower-case address.</param>
/// <param name="At">When it was noted, UTC.</param>
/// <param name="Draft">The server's id of the draft that is to be sent, where a server keeps drafts.</param>
/// <param name="Handed">Whether the server has taken it.</param>
public sealed record SentMail(
    string MessageId, RequestId? Request, EffectKey? Effect, string To, DateTimeOffset At, string? Draft, bool Handed);
