using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Review.Notices;
using Workflow.Web.Teams;

namespace Workflow.Web.Messages;

/// <summary>
/// Says what an effect wants said: by a card in Teams to whoever can be reached there, by mail to everybody else, and in
/// either way no more than the policy clears for it.
/// </summary>
internal sealed class Messenger(
    Postman postman, CardPost cards, Clearance clearance, Readers readers, IDirectory directory, NoticeDesk notices, LinkTokens links, PublicAddress site, TimeProvider clock) : IMessenger
{
    /// <inheritdoc />
    public Task<Delivery> DeliverAsync(RequestState request, KeyedEffect effect, CancellationToken cancellationToken) =>
        effect.Effect switch
        {
            Effect.UpdateCards => cards.UpdateAsync(request, cancellationToken),
            Effect.PutAsk e => AskAsync(request, effect, request.Asks[e.Ask - 1], cancellationToken),
            Effect.Remind e => RemindAsync(request, effect, request.Asks[e.Ask - 1], cancellationToken),
            Effect.RetireAsk e when WasAskedByMail(request, e.Ask) => ToApproverAsync(request, effect, e.Ask, ask => disclosed => ApproverLetters.Retired(request, ask, disclosed), cancellationToken),
            Effect.RetireAsk => Task.FromResult(Nothing),
            Effect.TellApprover e => ToApproverAsync(request, effect, e.Ask, ask => disclosed => Noticed(request, ask, e.Notice, disclosed), cancellationToken),
            Effect.TellSubmitter e => ToSubmitterAsync(request, effect, e.Notice, cancellationToken),
            Effect.TellAdmins e => ToAdminsAsync(request, effect, e, cancellationToken),
            _ => throw new ArgumentException($"No message says the effect {effect.Effect.Kind}.", nameof(effect)),
        };

    private static Delivery Nothing { get; } = new("none", Reference: null, Failure: null);

    private async Task<Delivery> AskAsync(RequestState request, KeyedEffect effect, Ask ask, CancellationToken cancellationToken)
    {
        if (await cards.AskAsync(request, ask, cancellationToken) is { } shown)
        {
            return shown;
        }

        if (request.CameBack(ask.Number))
        {
            return Nothing;
        }

        var waiting = await WaitingAsync(request, ask, cancellationToken);
        return await MailAsync(request, effect, Asked(request, ask), d => ApproverLetters.Asked(request, ask, d, ReviewPage(request, ask), waiting), cancellationToken);
    }

    private async Task<Delivery> RemindAsync(RequestState request, KeyedEffect effect, Ask ask, CancellationToken cancellationToken) =>
        await cards.RemindAsync(request, ask, cancellationToken)
        ?? (request.CameBack(ask.Number) ? Nothing : await MailAsync(request, effect, Asked(request, ask), d => ApproverLetters.Reminded(request, ask, clock.GetUtcNow(), d, ReviewPage(request, ask)), cancellationToken));

    // Whom the question never reached must not be told that it is settled; a card in Teams says so itself.
    private static bool WasAskedByMail(RequestState request, int ask)
    {
        var asked = $"/{new Effect.PutAsk(ask).Kind}";
        return request.Deliveries.Any(d => d.Key.Value.EndsWith(asked, StringComparison.Ordinal) && d.Value.Channel == Delivery.MailChannel);
    }

    private Addressee Asked(RequestState request, Ask ask) => new(ask.Person.Name, ask.Person.Email, readers.Asked(request, ask), Answers.JoinAndDecideNothing);

    private Uri ReviewPage(RequestState request, Ask ask) => site.Review(Token(request, ask));

    private string Token(RequestState request, Ask ask) => links.ForAsk(request.Id, ask.Number, ask.Person.Id);

    // The list may not know this request yet, so only the others are counted in it.
    private async Task<WaitingNotices?> WaitingAsync(RequestState request, Ask ask, CancellationToken cancellationToken) =>
        request.Assessment!.Tier == Tier.Notify && await notices.BesidesAsync(ask.Person.Id, request.Id, cancellationToken) is > 0 and var others
            ? new WaitingNotices(others < NoticeDesk.Most ? others + 1 : null, site.Notices(links.ForPerson(ask.Person.Id)))
            : null;

    private Letter Noticed(RequestState request, Ask ask, ApproverNotice notice, Disclosed disclosed) =>
        notice switch
        {
            ApproverNotice.DelegateDecided => ApproverNotices.DelegateDecided(request, ask, disclosed, ReviewPage(request, ask)),
            ApproverNotice.DeadlineMoved => ApproverNotices.DeadlineMoved(request, ask, disclosed, ReviewPage(request, ask)),
            ApproverNotice.ConsentAttached => ApproverNotices.ConsentAttached(request, ask, disclosed, site.Consents(Token(request, ask))),
            ApproverNotice.Revoked => ApproverNotices.Revoked(request, ask, disclosed, ReviewPage(request, ask)),
            ApproverNotice.Suspended => ApproverNotices.Suspended(request, ask, disclosed, site.Consents(Token(request, ask))),
            ApproverNotice.MailsDoNotDecide => ApproverNotices.MailsDoNotDecide(request, ask, disclosed, ReviewPage(request, ask)),
            _ => throw new ArgumentOutOfRangeException(nameof(notice)),
        };

    private Task<Delivery> ToApproverAsync(
        RequestState request, KeyedEffect effect, int number, Func<Ask, Func<Disclosed, Letter>> compose, CancellationToken cancellationToken)
    {
        var ask = request.Asks[number - 1];
        return SendAsync(request, effect, Asked(request, ask), compose(ask), cancellationToken);
    }

    private Task<Delivery> ToSubmitterAsync(
        RequestState request, KeyedEffect effect, Notice notice, CancellationToken cancellationToken)
    {
        var submitter = request.Submission.Submitter;
        var token = links.ForSubmitter(request.Id, submitter.Email);
        var page = site.Request(token);
        return SendAsync(
            request,
            effect,
            new Addressee(submitter.Name, submitter.Email, readers.Submitter(request), Answers.Join),
            disclosed => Letter(request, notice, disclosed, page, token),
            cancellationToken);
    }

    private Letter Letter(RequestState request, Notice notice, Disclosed disclosed, Uri page, string token)
    {
        GrantedApproval Approval() => request.Approval ?? throw new InvalidOperationException($"Request {request.Id} has no approval.");
        return notice switch
        {
            Notice.Received => SubmitterLetters.Received(request, disclosed, page),
            Notice.CompletionNeeded => SubmitterLetters.CompletionNeeded(request, request.Question!, disclosed, page),
            Notice.InformationNeeded => SubmitterLetters.InformationNeeded(request, request.Question!, disclosed, page),
            Notice.InformationReminder => SubmitterLetters.InformationReminder(request, request.Question!, clock.GetUtcNow(), disclosed, page),
            Notice.Closed => SubmitterLetters.Closed(request, request.Outcome!, disclosed, page),
            Notice.RecordReady => SubmitterLetters.RecordReady(request, disclosed, site.Record(request.Id, token)),
            Notice.DeadlineMoved => AftercareLetters.DeadlineMoved(request, disclosed, page),
            Notice.ConsentRefused => AftercareLetters.ConsentRefused(request, disclosed, page),
            Notice.AmendmentReceived => AftercareLetters.AmendmentReceived(request, disclosed, page),
            Notice.Revoked => AftercareLetters.Revoked(request, Approval(), disclosed, page),
            Notice.Suspended => AftercareLetters.Suspended(request, Approval(), disclosed, page),
            Notice.Reinstated => AftercareLetters.Reinstated(request, Approval(), disclosed, page),
            Notice.ExpiryAhead => AftercareLetters.ExpiryAhead(request, Approval(), disclosed, page),
            Notice.Lapsed => AftercareLetters.Lapsed(request, Approval(), disclosed, page),
            Notice.ObligationOverdue => AftercareLetters.ObligationOverdue(request, Approval(), clock.GetUtcNow(), disclosed, page),
            _ => throw new ArgumentOutOfRangeException(nameof(notice)),
        };
    }

    private async Task<Delivery> ToAdminsAsync(
        RequestState request, KeyedEffect effect, Effect.TellAdmins tell, CancellationToken cancellationToken)
    {
        var delivery = Nothing;
        foreach (var admin in await directory.AdminsAsync(cancellationToken))
        {
            var letter = AdminLetters.For(request, tell.Alert, tell.Subject, admin, site.Inspector(request.Id));
            delivery = await SendAsync(
                request, effect, new Addressee(admin.Name, admin.Email, readers.Of(admin.Language, request), Answers.AreNotRead), _ => letter, cancellationToken);
        }

        return delivery;
    }

    private async Task<Delivery> SendAsync(
        RequestState request, KeyedEffect effect, Addressee to, Func<Disclosed, Letter> compose, CancellationToken cancellationToken) =>
        await cards.TellAsync(request, to, compose, cancellationToken)
        ?? await MailAsync(request, effect, to, compose, cancellationToken);

    private async Task<Delivery> MailAsync(
        RequestState request, KeyedEffect effect, Addressee to, Func<Disclosed, Letter> compose, CancellationToken cancellationToken)
    {
        var messageId = MessageIds.For(effect.Key, to.Email, site.Host);
        await postman.SendAsync(request.Id, to, messageId, effect.Key, compose(clearance.Of(request)), cancellationToken);
        return new Delivery(Delivery.MailChannel, messageId, Failure: null);
    }
}
