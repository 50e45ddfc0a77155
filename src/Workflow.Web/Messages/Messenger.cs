using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Review.Notices;

namespace Workflow.Web.Messages;

/// <summary>Says by mail what an effect wants said, as far as the policy clears it for mail.</summary>
internal sealed class Messenger(
    Postman postman, Clearance clearance, Readers readers, IDirectory directory, NoticeDesk notices, LinkTokens links, PublicAddress site, TimeProvider clock) : IMessenger
{
    private const string Channel = "mail";

    /// <inheritdoc />
    public Task<Delivery> DeliverAsync(RequestState request, KeyedEffect effect, CancellationToken cancellationToken) =>
        effect.Effect switch
        {
            Effect.PutAsk e => AskAsync(request, effect, e.Ask, cancellationToken),
            Effect.Remind e => ToApproverAsync(request, effect, e.Ask, ask => ApproverLetters.Reminded(request, ask, clock.GetUtcNow(), clearance.Of(request), ReviewPage(request, ask)), cancellationToken),
            Effect.RetireAsk e when WasAsked(request, e.Ask) => ToApproverAsync(request, effect, e.Ask, ask => ApproverLetters.Retired(request, ask, clearance.Of(request)), cancellationToken),
            Effect.RetireAsk => Task.FromResult(new Delivery("none", Reference: null, Failure: null)),
            Effect.TellApprover e => ToApproverAsync(request, effect, e.Ask, ask => Noticed(request, ask, e.Notice), cancellationToken),
            Effect.TellSubmitter e => ToSubmitterAsync(request, effect, e.Notice, cancellationToken),
            Effect.TellAdmins e => ToAdminsAsync(request, effect, e, cancellationToken),
            _ => throw new ArgumentException($"No message says the effect {effect.Effect.Kind}.", nameof(effect)),
        };

    // Whom the question never reached must not be told that it is settled.
    private static bool WasAsked(RequestState request, int ask)
    {
        var asked = $"/{new Effect.PutAsk(ask).Kind}";
        return request.Deliveries.Any(d => d.Key.Value.EndsWith(asked, StringComparison.Ordinal) && d.Value.Channel == Channel);
    }

    private Uri ReviewPage(RequestState request, Ask ask) => site.Review(Token(request, ask));

    private string Token(RequestState request, Ask ask) => links.ForAsk(request.Id, ask.Number, ask.Person.Id);

    private async Task<Delivery> AskAsync(RequestState request, KeyedEffect effect, int number, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(request, request.Asks[number - 1], cancellationToken);
        return await ToApproverAsync(
            request, effect, number, ask => ApproverLetters.Asked(request, ask, clearance.Of(request), ReviewPage(request, ask), waiting), cancellationToken);
    }

    // The list may not know this request yet, so only the others are counted in it.
    private async Task<WaitingNotices?> WaitingAsync(RequestState request, Ask ask, CancellationToken cancellationToken)
    {
        if (request.Assessment!.Tier != Tier.Notify)
        {
            return null;
        }

        var list = await notices.OfAsync(ask.Person.Id, cancellationToken);
        var others = list.Items.Count(notice => notice.Request.Id != request.Id);
        return others == 0 ? null : new WaitingNotices(list.HasMore ? null : others + 1, site.Notices(links.ForPerson(ask.Person.Id)));
    }

    private Letter Noticed(RequestState request, Ask ask, ApproverNotice notice)
    {
        var disclosed = clearance.Of(request);
        return notice switch
        {
            ApproverNotice.DelegateDecided => ApproverNotices.DelegateDecided(request, ask, disclosed, ReviewPage(request, ask)),
            ApproverNotice.DeadlineMoved => ApproverNotices.DeadlineMoved(request, ask, disclosed, ReviewPage(request, ask)),
            ApproverNotice.ConsentAttached => ApproverNotices.ConsentAttached(request, ask, disclosed, site.Consents(Token(request, ask))),
            ApproverNotice.Revoked => ApproverNotices.Revoked(request, ask, disclosed, ReviewPage(request, ask)),
            ApproverNotice.Suspended => ApproverNotices.Suspended(request, ask, disclosed, site.Consents(Token(request, ask))),
            _ => throw new ArgumentOutOfRangeException(nameof(notice)),
        };
    }

    private Task<Delivery> ToApproverAsync(
        RequestState request, KeyedEffect effect, int number, Func<Ask, Letter> compose, CancellationToken cancellationToken)
    {
        var ask = request.Asks[number - 1];
        return SendAsync(request, effect, new Addressee(ask.Person.Name, ask.Person.Email, readers.Asked(request, ask)), compose(ask), cancellationToken);
    }

    private Task<Delivery> ToSubmitterAsync(
        RequestState request, KeyedEffect effect, Notice notice, CancellationToken cancellationToken)
    {
        var submitter = request.Submission.Submitter;
        var token = links.ForSubmitter(request.Id, submitter.Email);
        var page = site.Request(token);
        var letter = Letter(request, notice, clearance.Of(request), page, token);
        return SendAsync(request, effect, new Addressee(submitter.Name, submitter.Email, readers.Submitter(request)), letter, cancellationToken);
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
        var delivery = new Delivery("none", Reference: null, Failure: null);
        foreach (var admin in await directory.AdminsAsync(cancellationToken))
        {
            var letter = AdminLetters.For(request, tell.Alert, tell.Subject, admin, site.Inspector(request.Id));
            delivery = await SendAsync(request, effect, new Addressee(admin.Name, admin.Email, readers.Of(admin.Language, request)), letter, cancellationToken);
        }

        return delivery;
    }

    private async Task<Delivery> SendAsync(
        RequestState request, KeyedEffect effect, Addressee to, Letter letter, CancellationToken cancellationToken)
    {
        var messageId = MessageIds.For(effect.Key, to.Email, site.Host);
        await postman.SendAsync(request.Id, to, messageId, letter, cancellationToken);
        return new Delivery(Channel, messageId, Failure: null);
    }
}
