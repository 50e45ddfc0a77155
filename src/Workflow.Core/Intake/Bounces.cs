using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Core.Intake;

/// <summary>Makes what follows from a mail of ours that came back. A report about a mail that we do not know changes nothing.</summary>
/// <param name="desk">Where the requests are.</param>
/// <param name="log">What was sent; null where none is kept: then no report can be understood.</param>
/// <param name="time">When it is.</param>
internal sealed class Bounces(ApprovalDesk desk, IMailLog? log, TimeProvider time)
{
    /// <summary>Notes it.</summary>
    public async Task<MailIntakeResult> NoteAsync(BounceReport report, CancellationToken cancellationToken)
    {
        if (!report.IsFailure)
        {
            return new MailIntakeResult.Noted("A server has not given up on a mail yet; nothing follows from it.");
        }

        var noted = new List<string>();
        foreach (var messageId in log is null ? [] : report.MessageIds)
        {
            if (await log!.FindAsync(messageId, cancellationToken).ConfigureAwait(false) is { Request: { } id, Effect: { } effect } sent
                && Failure(report, sent.To) is { } failure)
            {
                // One effect may write to several admins; each of their mails can come back.
                var stamp = new Stamp($"bounce/{messageId}", time.GetUtcNow(), Actor.System);
                await desk.HandleAsync(id, new Command.NoteBounce(stamp, effect, failure.Status ?? "unknown"), cancellationToken).ConfigureAwait(false);
                noted.Add(id.ToString());
            }
        }

        return new MailIntakeResult.Noted(noted.Count == 0
            ? "A mail came back that is about no request; nothing follows from it."
            : string.Create(CultureInfo.InvariantCulture, $"A mail about {string.Join(", ", noted)} came back."));
    }

    // A forwarding mailbox is reported under an address that we have never written to: one failure alone is ours.
    private static BouncedRecipient? Failure(BounceReport report, string to)
    {
        var failed = report.Recipients.Where(r => r.Failed).ToList();
        return failed.FirstOrDefault(r => string.Equals(r.Address, to, StringComparison.OrdinalIgnoreCase))
            ?? (report.Recipients.Count == 1 ? failed.FirstOrDefault() : null);
    }
}
