using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Core.Intake;

/// <summary>Finds out to which request a mail belongs, by the mails of ours that it answers. A subject alone says nothing: anybody can type one.</summary>
/// <param name="desk">Where the requests are.</param>
/// <param name="addresses">Where our mails ask to be answered.</param>
/// <param name="log">What was sent; null where none is kept: then the addresses alone tell.</param>
internal sealed class MailThreads(ApprovalDesk desk, ReplyAddress addresses, IMailLog? log)
{
    /// <summary>What the mail belongs to.</summary>
    /// <param name="references">Message-IDs of the mails that it answers.</param>
    /// <param name="recipients">The addresses that it was sent to.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<MailThread> FindAsync(
        IReadOnlyList<string> references, IReadOnlyList<string> recipients, CancellationToken cancellationToken)
    {
        foreach (var recipient in recipients)
        {
            if (addresses.Request(recipient) is { } id
                && await desk.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } request
                && People(request).Any(address => addresses.WasWrittenTo(recipient, id, address)))
            {
                return new MailThread(request, AnswersOurs: true);
            }
        }

        var answersOurs = false;
        foreach (var reference in log is null ? [] : references)
        {
            var sent = await log!.FindAsync(reference, cancellationToken).ConfigureAwait(false);
            answersOurs |= sent is not null;
            if (sent is { Request: { } id } && await desk.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } request)
            {
                return new MailThread(request, AnswersOurs: true);
            }
        }

        return new MailThread(Request: null, answersOurs);
    }

    /// <summary>Who writes from this address to this request; null when it never wrote to them.</summary>
    public static Actor? Writer(RequestState request, string address, Authentication authentication)
    {
        if (Same(request.Submission.Submitter.Email, address))
        {
            return new Actor(ActorKind.Submitter, request.Submission.Submitter.Email, request.Submission.Submitter.Name, authentication);
        }

        return Asked(request, address) is { } person ? new Actor(ActorKind.Approver, person.Id, person.Name, authentication) : null;
    }

    /// <summary>Who was asked at this address; the newest entry of the directory counts.</summary>
    public static Person? Asked(RequestState request, string address) =>
        request.Asks.LastOrDefault(ask => Same(ask.Person.Email, address))?.Person;

    private static IEnumerable<string> People(RequestState request) =>
        request.Asks.Select(ask => ask.Person.Email).Prepend(request.Submission.Submitter.Email).Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a mail belongs to.</summary>
/// <param name="Request">The request; null when it is none.</param>
/// <param name="AnswersOurs">Whether it answers a mail of ours; without a request that was one about several, such as a digest.</param>
internal readonly record struct MailThread(RequestState? Request, bool AnswersOurs);
