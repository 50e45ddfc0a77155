using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Workflow.Core.Intake;

/// <summary>
/// Makes what follows from a mail that a program wrote in somebody's name: an asked person who is proven to be away is
/// noted as away. Nobody is ever answered.
/// </summary>
internal sealed class AutomaticReplies(ApprovalDesk desk, MailThreads threads, TimeProvider time)
{
    /// <summary>Notes it.</summary>
    /// <param name="reply">As read.</param>
    /// <param name="sha256">Of the raw mail: the same one twice has one effect.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<MailIntakeResult> NoteAsync(AutomaticReply reply, string sha256, CancellationToken cancellationToken)
    {
        if (!reply.SaysAway || reply.SenderAddress is not { } address)
        {
            return new MailIntakeResult.Noted("A program wrote it; nothing follows from it.");
        }

        if (!reply.Sender.Passed)
        {
            return new MailIntakeResult.Noted("It says that somebody is away, but its sender is not proven; nothing follows from it.");
        }

        if (await threads.FindAsync(reply.References, reply.Recipients, cancellationToken).ConfigureAwait(false) is not { Request: { } request }
            || MailThreads.Asked(request, address) is not { } person)
        {
            return new MailIntakeResult.Noted("It says that somebody is away who was not asked; nothing follows from it.");
        }

        // Should they be away for longer, the next reminder is answered automatically again.
        var now = time.GetUtcNow();
        var stamp = new Stamp($"mail/{sha256}", now, Actor.System);
        await desk.HandleAsync(
            request.Id, new Command.NoteAbsence(stamp, Effect: null, person.Id, person.Calendar.ReturnOfUnknown(now)), cancellationToken).ConfigureAwait(false);
        return new MailIntakeResult.Noted($"It says that a person asked about {request.Id} is away.");
    }
}
