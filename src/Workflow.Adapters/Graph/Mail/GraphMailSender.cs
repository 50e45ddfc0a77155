using Workflow.Adapters.Mail;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>
/// Sends through the mailbox in steps that each can be looked up afterwards: note that it begins, make a draft, note its
/// id, send it, note that it was handed over. Wherever it breaks off, the next attempt first looks what became of it.
/// </summary>
/// <remarks>
/// It rests on two things that Microsoft documents: a draft keeps its immutable id when it is sent, and a sent mail has a
/// copy in Sent Items. The copy may take its time; until then the mail cannot be found, and is taken to be on its way.
/// Exchange keeps the Message-ID of a draft from MIME, as far as is seen; should it replace one, the id still finds it.
/// </remarks>
internal sealed class GraphMailSender(GraphDrafts drafts, IMailLog log, OutgoingMime mime, TimeProvider clock) : IMailSender
{
    /// <summary>How long a mail may be on its way, where nobody can find it.</summary>
    internal static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(15);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var entry = await log.FindAsync(mail.MessageId, cancellationToken);
        if (entry is { Handed: true })
            return;

        var standing = entry is null ? null : await drafts.FindAsync(mail.MessageId, entry.Draft, cancellationToken);
        if (standing is not { IsSent: true })
        {
            if (standing is null && entry is { Draft: not null } && clock.GetUtcNow() < entry.At + OnItsWay)
                throw new MailOnItsWayException();

            if (entry is null)
                await NoteAsync(mail, draft: null, handed: false, cancellationToken);
            var draft = standing?.Id ?? await MakeAsync(mail, cancellationToken);
            await NoteAsync(mail, draft, handed: false, cancellationToken);
            await drafts.SendAsync(draft, cancellationToken);
            standing = new StandingMail(draft, IsSent: true);
        }

        // The server has it from here on: giving up now would only make the courier look again.
        await NoteAsync(mail, standing.Id, handed: true, CancellationToken.None);
    }

    private async Task<string> MakeAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = mime.Build(mail);
        return await drafts.MakeAsync(message, cancellationToken);
    }

    private Task NoteAsync(OutgoingMail mail, string? draft, bool handed, CancellationToken cancellationToken) => log.NoteAsync(
        new SentMail(mail.MessageId, mail.Request, mail.Effect, mail.ToAddress.ToLowerInvariant(), clock.GetUtcNow(), draft, handed),
        cancellationToken);
}

/// <summary>A mail was sent, as far as is known, and cannot be seen in Sent Items yet; to be looked at again later.</summary>
internal sealed class MailOnItsWayException() : Exception("The mail was handed over and has not arrived in Sent Items yet.");
