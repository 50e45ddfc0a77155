namespace Workflow.Core.Approval;

/// <summary>What is to be done outside because of what happened.</summary>
public static class Effects
{
    /// <summary>The effects of one event, in order, under their keys.</summary>
    /// <param name="after">The request with the event applied.</param>
    /// <param name="happened">The event.</param>
    public static IEnumerable<KeyedEffect> Of(RequestState after, Happened happened) =>
        Of(after, happened.Event).Select(effect => KeyedEffect.For(after.Id, happened.Sequence, effect));

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
        Event.AskRetired e => e.Reason == RetirementReason.Decided ? [] : [new Effect.RetireAsk(e.Ask)],
        Event.DecisionMade => [],
        Event.InformationRequested => [new Effect.TellSubmitter(Notice.InformationNeeded)],
        Event.SubmitterReminded => [new Effect.TellSubmitter(Notice.InformationReminder)],
        Event.InformationProvided => [new Effect.Classify(after.Revision)],
        Event.ClocksResumed e => e.Clocks.Select(c => new Effect.PutAsk(c.Ask)),
        Event.StageCompleted => [],
        Event.RequestClosed e => e.Outcome.Kind == OutcomeKind.Approved
            ? [new Effect.TellSubmitter(Notice.Closed), new Effect.IssueRecord()]
            : [new Effect.TellSubmitter(Notice.Closed)],
        Event.EffectDelivered e => Delivered(e),
        Event.DeliveryRetried => [],
        Event.Stalled e => [new Effect.TellAdmins(Alert.Stalled, e.While.ToString())],
        _ => throw new InvalidOperationException($"The event {happened.GetType().Name} is not known."),
    };

    // An alert that cannot be delivered must not raise an alert; it stays among the dead letters.
    private static IEnumerable<Effect> Delivered(Event.EffectDelivered e) => e.Delivery switch
    {
        { Failure: not null } => e.Effect.Value.Contains("/admins-", StringComparison.Ordinal)
            ? []
            : [new Effect.TellAdmins(Alert.DeliveryFailed, e.Effect.Value)],
        { Channel: Delivery.RecordChannel } => [new Effect.TellSubmitter(Notice.RecordReady)],
        _ => [],
    };
}
