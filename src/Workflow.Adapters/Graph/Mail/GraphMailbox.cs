using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Messages.Item.Move;
using Workflow.Core.Intake;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>
/// The mailbox in Exchange Online. Each look asks what changed in the inbox since the last look of which every mail was
/// filed: one that fails, a process that dies, a notification that never comes cost another look and no mail.
/// </summary>
/// <remarks>
/// Mails are moved one by one, right after each was taken in, and not together in a batch: a crash then leaves at most one
/// mail to be taken in again.
/// </remarks>
internal sealed class GraphMailbox(
    GraphServiceClient graph, GraphOptions options, InboxChanges changes, GraphFolders folders, IDeltaLinks links, TimeProvider clock) : IMailbox
{
    private volatile DeltaRound? _round;

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<WaitingMail>> WaitingAsync(CancellationToken cancellationToken)
    {
        var before = await links.FindAsync(options.Mailbox!, cancellationToken);
        var (mails, link) = await changes.ReadAsync(before, cancellationToken);
        var round = new DeltaRound(link, mails);
        _round = round;
        if (round.IsOver)
            await links.KeepAsync(options.Mailbox!, link, cancellationToken);
        return [.. mails.Select(id => new WaitingMail(id))];
    }

    public async Task<Stream?> OpenAsync(WaitingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsWaitingAsync(mail, cancellationToken)
                && await graph.Users[options.Mailbox].Messages[mail.Id].Content.GetAsync(r => r.Headers.AddImmutableIds(), cancellationToken) is { } raw)
                return raw;
        }
        catch (ODataError e) when (e.IsNotFound())
        {
            // It went away between the two.
        }

        await FinishAsync(mail, cancellationToken);
        return null;
    }

    public async Task FileAsync(WaitingMail mail, MailFate fate, CancellationToken cancellationToken)
    {
        if (!await MoveAsync(mail, fate, cancellationToken) && await IsWaitingAsync(mail, cancellationToken))
        {
            // The mail is there, so it is the folder that went away.
            folders.Forget(fate);
            if (!await MoveAsync(mail, fate, cancellationToken))
                throw new InvalidOperationException("A mail could not be moved, though it and its folder are there.");
        }

        await FinishAsync(mail, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Graph tells of new mails at an address of ours, not here.</remarks>
    public Task WatchAsync(TimeSpan atMost, CancellationToken cancellationToken) => Task.Delay(atMost, clock, cancellationToken);

    // An immutable id finds a mail in whatever folder it lies.
    private async Task<bool> IsWaitingAsync(WaitingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            var found = await graph.Users[options.Mailbox].Messages[mail.Id].GetAsync(
                request =>
                {
                    request.Headers.AddImmutableIds();
                    request.QueryParameters.Select = ["id", "parentFolderId"];
                },
                cancellationToken);
            return found?.ParentFolderId == await folders.InboxAsync(cancellationToken);
        }
        catch (ODataError e) when (e.IsNotFound())
        {
            return false;
        }
    }

    private async Task<bool> MoveAsync(WaitingMail mail, MailFate fate, CancellationToken cancellationToken)
    {
        var folder = await folders.OfAsync(fate, cancellationToken);
        try
        {
            await graph.Users[options.Mailbox].Messages[mail.Id].Move.PostAsync(
                new MovePostRequestBody { DestinationId = folder }, request => request.Headers.AddImmutableIds(), cancellationToken);
            return true;
        }
        catch (ODataError e) when (e.IsNotFound())
        {
            return false;
        }
    }

    private async Task FinishAsync(WaitingMail mail, CancellationToken cancellationToken)
    {
        if (_round is { } round && round.Finish(mail.Id))
            await links.KeepAsync(options.Mailbox!, round.Link, cancellationToken);
    }
}
