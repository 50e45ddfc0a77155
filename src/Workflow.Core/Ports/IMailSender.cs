using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Core.Ports;

/// <summary>Carries a mail. The same Message-ID may be sent twice after a crash; the receiver recognises it.</summary>
public interface IMailSender
{
    /// <summary>Hands the mail over; throws when the server does not take it.</summary>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail ready to be carried, from the installation's own address.</summary>
/// <param name="MessageId">Without angle brackets; derived from the effect's key.</param>
/// <param name="ToName">Display name.</param>
/// <param name="ToAddress">Address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="Text">The text part, saying the same.</param>
/// <param name="References">Message-IDs of the thread it belongs to, oldest first, without angle brackets.</param>
/// <param name="Language">BCP 47 tag of its text.</param>
public sealed record OutgoingMail(
    string MessageId,
    string ToName,
    string ToAddress,
    string Subject,
    string Html,
    string Text,
    IReadOnlyList<string> References,
    string Language)
{
    /// <summary>The request that it is about; null when it is about none, or about several.</summary>
    public RequestId? Request { get; init; }

    /// <summary>The effect that it carries out; null when it carries out none.</summary>
    public EffectKey? Effect { get; init; }

    /// <summary>Where answers go, such as a plus-address that names the request; null for the sender's own address.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Where one click of the reader ends mails like this (RFC 8058); null for what nobody can be spared.</summary>
    public Uri? Unsubscribe { get; init; }
}
