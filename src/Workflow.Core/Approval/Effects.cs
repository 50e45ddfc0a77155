using Workflow.Core.Approval.Deciding;
using Workflow.Core.People;

namespace Workflow.Core.Approval;

/// <summary>What is to be done outside because of what happened.</summary>
public static class Effects
{
    /// <summary>The effects of one event, in order, under their keys.</summary>
    /// <param name="after">The request with the event applied.</param>
    /// <param name="happened">The event.</param>
    public static IEnumerable<KeyedEffect> Of(RequestState after, Happened happened) =>
        Of(after, happened.Event).Concat(OnCards(after, happened.Event))
            .Select(effect => KeyedEffect.For(after.Id, happened.Sequence, effect) with { NotBefore = Courtesy.NotBefore(after, effect, happened.At) });

    // Every card shows what became of the request and who else decides, so each of these makes all of them stale.
    private static IEnumerable<Effect> OnCards(RequestState after, Event happened) =>
        happened is Event.PersonAsked or Event.AskRetired or Event.AskReopened or Event.DecisionMade or Event.DeadlineMoved
            or Event.InformationRequested or Event.ClocksResumed or Event.RequestClosed or Event.AmendmentOpened
            or Event.ApprovalRevoked or Event.ApprovalSuspended or Event.ApprovalReinstated or Event.ApprovalLapsed
        && after.HasCards
            ? [new Effect.UpdateCards()]
            : [];

    private static IEnumerable<Effect> Of(RequestState after, Event happened) => happened switch
    {
        Event.RequestSubmitted e => e.Submission.Declaration.Missing().Count > 0
            ? []
            : [new Effect.TellSubmitter(Notice.Received), new Effect.Classify(after.Revision)],
        Event.CompletionRequested => [new Effect.TellSubmitter(Notice.CompletionNeeded)],
        Event.RequestAssessed or Event.RouteRestarted or Event.PeopleRecorded => [],
        Event.StageReached e => [new Effect.FindPeople(e.Stage)],
        Event.SeatsUnfilled e => e.Roles.Select(role => new Effect.TellAdmins(Alert.SeatUnfilled, role)),
        Event.PersonAsked e => [new Effect.PutAsk(e.Ask)],
        Event.PersonReminded e => [new Effect.Remind(e.Ask)],
        Event.AskOverdue => [],
        Event.TimeExtended e => [new Effect.TellAdmins(Alert.NobodyToAdd, after.Asks[e.Ask - 1].Seat), new Effect.Remind(e.Ask)],
        Event.AskRetired e => IsTheirOwn(e.Reason) ? [] : [new Effect.RetireAsk(e.Ask)],
        Event.DecisionMade e => after.DelegatorsOf(after.Asks[e.Ask - 1])
            .Select(delegator => new Effect.TellApprover(delegator.Number, ApproverNotice.DelegateDecided)),
        Event.InformationRequested => [new Effect.TellSubmitter(Notice.InformationNeeded)],
        Event.SubmitterReminded => [new Effect.TellSubmitter(Notice.InformationReminder)],
        Event.InformationProvided => after.Declaration.Missing().Count > 0 ? [] : [new Effect.Classify(after.Revision)],
        Event.ClocksResumed e => e.Clocks.Select(c => new Effect.PutAsk(c.Ask)),
        Event.StageCompleted => [],
        Event.RequestClosed e => e.Outcome.Kind == OutcomeKind.Approved
            ? [new Effect.TellSubmitter(Notice.Closed), new Effect.IssueRecord()]
            : [new Effect.TellSubmitter(Notice.Closed)],
        Event.EffectDelivered e => Delivered(e),
        Event.DeliveryBounced e => e.Effect.IsAlert ? [] : [new Effect.TellAdmins(Alert.MailBounced, e.Effect.Value)],
        Event.DeliveryRetried => [],
        Event.Stalled e => [new Effect.TellAdmins(Alert.Stalled, e.While.ToString())],
        Event.ApproverAway e => e.StoodIn ? [] : [new Effect.TellAdmins(Alert.NobodyToAdd, after.Asks[e.Ask - 1].Seat)],
        Event.PeopleSought e => [new Effect.FindPeople(e.Stage)],
        Event.AskDelegated or Event.AskRecused or Event.AskReopened or Event.SeatAssigned => [],
        Event.NoteAdded => NotDecided(after),
        Event.PersonNudged e => [new Effect.Remind(e.Ask)],
        Event.DeadlineMoved e => [e.Ask is { } ask
            ? new Effect.TellApprover(ask, ApproverNotice.DeadlineMoved)
            : new Effect.TellSubmitter(Notice.DeadlineMoved)],
        Event.ReassessmentOrdered => [new Effect.Classify(after.Revision)],
        Event.ConsentAttached => Checkers(after).Select(ask => new Effect.TellApprover(ask.Number, ApproverNotice.ConsentAttached)),
        Event.ConsentChecked e => e.Accepted ? [] : [new Effect.TellSubmitter(Notice.ConsentRefused)],
        Event.AmendmentOpened => [new Effect.TellSubmitter(Notice.AmendmentReceived), new Effect.Classify(after.Revision)],
        Event.ApprovalRevoked e => Givers(after).Where(ask => ask.Number != e.Ask)
            .Select(ask => (Effect)new Effect.TellApprover(ask.Number, ApproverNotice.Revoked))
            .Prepend(new Effect.TellSubmitter(Notice.Revoked)),
        Event.ApprovalSuspended { Reason: SuspensionReason.ConsentEnded } => Checkers(after)
            .Select(ask => (Effect)new Effect.TellApprover(ask.Number, ApproverNotice.Suspended))
            .Prepend(new Effect.TellSubmitter(Notice.Suspended)),
        Event.ApprovalSuspended => [new Effect.TellSubmitter(Notice.Suspended)],
        Event.ApprovalReinstated => [new Effect.TellSubmitter(Notice.Reinstated)],
        Event.ExpiryReminded => [new Effect.TellSubmitter(Notice.ExpiryAhead)],
        Event.ApprovalLapsed => [new Effect.TellSubmitter(Notice.Lapsed)],
        Event.ObligationOverdue => [new Effect.TellSubmitter(Notice.ObligationOverdue)],
        _ => throw new InvalidOperationException($"The event {happened.GetType().Name} is not known."),
    };

    // Whoever answers the question by mail may believe to have decided. Told once for each question, they know.
    private static IEnumerable<Effect> NotDecided(RequestState after) =>
        after.Notes[^1].By is { Kind: ActorKind.Approver } by
        && IsByMail(after.Notes[^1])
        && after.OpenAsks.FirstOrDefault(a => a.Person.Id == by.Id) is { } ask
        && after.Notes.Count(n => n.By.Id == by.Id && n.At >= ask.AskedAt && IsByMail(n)) == 1
            ? [new Effect.TellApprover(ask.Number, ApproverNotice.MailsDoNotDecide)]
            : [];

    private static bool IsByMail(Note note) => note.By.Authentication is Authentication.MailSender or Authentication.VouchedByAdmin;

    // Nobody has to be told what they did themselves, and whoever has left is told nothing more.
    private static bool IsTheirOwn(RetirementReason reason) =>
        reason is RetirementReason.Decided or RetirementReason.Delegated or RetirementReason.Recused or RetirementReason.Left;

    // Whoever was asked last for the seat that checks consents, and still has a say in it.
    private static IEnumerable<Ask> Checkers(RequestState state) => state.Assessment?.Route.Terms.Consent is { } demand
        ? state.Asks.Where(a => a.Seat == demand.Seat && !a.IsHandedOver).TakeLast(1)
        : [];

    private static IEnumerable<Ask> Givers(RequestState state) =>
        state.Asks.Where(ask => Revoking.Gave(state, state.Approval!, ask));

    // An alert that cannot be delivered must not raise an alert; it stays among the dead letters.
    private static IEnumerable<Effect> Delivered(Event.EffectDelivered e) => e.Delivery switch
    {
        { Failure: not null } => e.Effect.IsAlert
            ? []
            : [new Effect.TellAdmins(Alert.DeliveryFailed, e.Effect.Value)],
        { Channel: Delivery.RecordChannel } => [new Effect.TellSubmitter(Notice.RecordReady)],
        _ => [],
    };
}
