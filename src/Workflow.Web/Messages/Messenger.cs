using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Links;

namespace Workflow.Web.Messages;

/// <summary>Says by mail what an effect wants said.</summary>
internal sealed class Messenger(
    Postman postman, IDirectory directory, LinkTokens links, PublicAddress site, TimeProvider clock) : IMessenger
{
    private const string Channel = "mail";

    // An effect may be carried out long after it was caused, when there is nothing left to say: that is no failure.
    private static readonly Delivery Moot = new(Channel, Reference: null, Failure: null);

    /// <inheritdoc />
    public Task<Delivery> DeliverAsync(RequestState request, KeyedEffect effect, CancellationToken cancellationToken) =>
        effect.Effect switch
        {
            Effect.PutAsk e when OpenAsk(request, e.Ask) is { } ask =>
                ToApproverAsync(request, effect, ask, ApproverLetters.Asked(request, ask, ReviewPage(request, ask)), cancellationToken),
            Effect.Remind e when OpenAsk(request, e.Ask) is { } ask =>
                ToApproverAsync(request, effect, ask, ApproverLetters.Reminded(request, ask, clock.GetUtcNow(), ReviewPage(request, ask)), cancellationToken),
            Effect.PutAsk or Effect.Remind => Task.FromResult(Moot),
            Effect.RetireAsk e when request.Asks[e.Ask - 1] is { Retired: not null and not RetirementReason.Decided } ask =>
                ToApproverAsync(request, effect, ask, ApproverLetters.Retired(request, ask), cancellationToken),
            Effect.RetireAsk => Task.FromResult(Moot),
            Effect.TellSubmitter e => ToSubmitterAsync(request, effect, e.Notice, cancellationToken),
            Effect.TellAdmins e => ToAdminsAsync(request, effect, e, cancellationToken),
            _ => throw new ArgumentException($"No message says the effect {effect.Effect.Kind}.", nameof(effect)),
        };

    private static Ask? OpenAsk(RequestState request, int number) =>
        request.Asks[number - 1] is { IsOpen: true } ask ? ask : null;

    private Uri ReviewPage(RequestState request, Ask ask) =>
        site.Review(links.ForAsk(request.Id, ask.Number, ask.Person.Id));

    private Task<Delivery> ToApproverAsync(
        RequestState request, KeyedEffect effect, Ask ask, Letter letter, CancellationToken cancellationToken) =>
        SendAsync(request, effect, new Addressee(ask.Person.Name, ask.Person.Email), letter, cancellationToken);

    private async Task<Delivery> ToSubmitterAsync(
        RequestState request, KeyedEffect effect, Notice notice, CancellationToken cancellationToken)
    {
        var submitter = request.Submission.Submitter;
        var page = site.Request(links.ForSubmitter(request.Id, submitter.Email));
        var letter = (notice, request) switch
        {
            (Notice.Received, _) => SubmitterLetters.Received(request, page),
            (Notice.CompletionNeeded, { Question: { Text: null } open }) => SubmitterLetters.CompletionNeeded(request, open, page),
            (Notice.InformationNeeded, { Question: { Text: not null } open }) => SubmitterLetters.InformationNeeded(request, open, page),
            (Notice.InformationReminder, { Question: { } open }) => SubmitterLetters.InformationReminder(request, open, clock.GetUtcNow(), page),
            (Notice.Closed, { Outcome: { } outcome }) => SubmitterLetters.Closed(request, outcome, page),
            (Notice.RecordReady, _) => SubmitterLetters.RecordReady(request, site.Record(request.Id)),
            _ => null,
        };
        return letter is null
            ? Moot
            : await SendAsync(request, effect, new Addressee(submitter.Name, submitter.Email), letter, cancellationToken);
    }

    private async Task<Delivery> ToAdminsAsync(
        RequestState request, KeyedEffect effect, Effect.TellAdmins tell, CancellationToken cancellationToken)
    {
        var delivery = Moot;
        foreach (var admin in await directory.AdminsAsync(cancellationToken))
        {
            var letter = AdminLetters.For(request, tell.Alert, tell.Subject, admin, site.Inspector(request.Id));
            delivery = await SendAsync(request, effect, new Addressee(admin.Name, admin.Email), letter, cancellationToken);
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
