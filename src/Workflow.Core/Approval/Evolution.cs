using Workflow.Core.People;

namespace Workflow.Core.Approval;

/// <summary>What an event makes of a state. It decides nothing: every fact it needs is in the event.</summary>
public static class Evolution
{
    /// <summary>The state after these events; null when there are none.</summary>
    public static RequestState? Fold(IEnumerable<Happened> events) => events.Aggregate((RequestState?)null, Evolve);

    /// <summary>The state after one more event; throws on an event it does not know, or that has no place here.</summary>
    public static RequestState Evolve(RequestState? state, Happened happened)
    {
        if (happened.Event is Event.RequestSubmitted submitted)
        {
            return state is null
                ? Open(submitted, happened)
                : throw new InvalidOperationException($"Request {state.Id} was opened twice.");
        }

        if (state is null || happened.Sequence != state.Version + 1)
        {
            throw new InvalidOperationException($"Event {happened.Sequence} does not follow version {state?.Version ?? 0}.");
        }

        return Apply(state, happened) with
        {
            Version = happened.Sequence,
            ChangedAt = happened.At,
            Commands = state.Commands.Add(happened.CommandId),
            AddressConfirmed = state.AddressConfirmed || happened.By is { Kind: ActorKind.Submitter, Authentication: Authentication.MailedLink },
        };
    }

    private static RequestState Open(Event.RequestSubmitted e, Happened happened) => new()
    {
        Id = e.Id,
        Version = happened.Sequence,
        Submission = e.Submission,
        SubmittedBy = happened.By,
        SubmittedAt = happened.At,
        ChangedAt = happened.At,
        Status = RequestStatus.Submitted,
        StatusSince = happened.At,
        Commands = [happened.CommandId],
    };

    private static RequestState Apply(RequestState state, Happened happened) => happened.Event switch
    {
        Event.CompletionRequested e => Asking(state, happened, new OpenQuestion(null, null, e.Fields, happened.At, e.Clock, 0, [])),
        Event.RequestAssessed e => state with { Assessment = e.Assessment },
        Event.RouteRestarted => state with { Decisions = state.Decisions.ConvertAll(d => d with { Counts = false }) },
        Event.StageReached e => Reach(state, e.Stage, happened),
        Event.PeopleRecorded e => Enter(state, RequestStatus.Deciding, happened) with { Staffing = [.. e.Staffing], Vacancy = null },
        Event.SeatsUnfilled e => state with { Vacancy = new Vacancy(e.Roles, e.RetryAt, e.GiveUpAt) },
        Event.PersonAsked e => state with { Asks = state.Asks.Add(new Ask(e.Ask, state.StageIndex, e.Seat, e.Candidate, happened.At, e.Clock)) },
        Event.PersonReminded e => Change(state, e.Ask, a => a with { RemindersSent = a.Clock.RemindersBy(happened.At) }),
        Event.AskOverdue e => Change(state, e.Ask, a => a with { Overdue = true }),
        Event.TimeExtended e => Change(state, e.Ask, a => a with { Clock = e.Clock, RemindersSent = 0, Extensions = a.Extensions + 1 }),
        Event.AskRetired e => Change(state, e.Ask, a => a with { Retired = e.Reason }),
        Event.DecisionMade e => state with { Decisions = state.Decisions.Add(Decide(state, e, happened)) },
        Event.InformationRequested e => Asking(state, happened, new OpenQuestion(e.Ask, e.Question, [], happened.At, e.Clock, 0, e.Remaining)),
        Event.SubmitterReminded => state with { Question = Reminded(state, happened) },
        Event.InformationProvided e => Answer(state, e, happened),
        Event.ClocksResumed e => e.Clocks.Aggregate(Enter(state, RequestStatus.Deciding, happened), Resume),
        Event.StageCompleted => state,
        Event.RequestClosed e => Enter(state, RequestStatus.Closed, happened) with { Outcome = e.Outcome, ClosedAt = happened.At, Question = null, Vacancy = null },
        Event.EffectDelivered e => Deliver(state, e),
        Event.DeliveryRetried => state,
        Event.Stalled => state with { StalledAt = happened.At },
        _ => throw new InvalidOperationException($"The event {happened.Event.GetType().Name} is not known."),
    };

    private static RequestState Enter(RequestState state, RequestStatus status, Happened happened) =>
        state with { Status = status, StatusSince = happened.At, StalledAt = null };

    private static RequestState Asking(RequestState state, Happened happened, OpenQuestion question) =>
        Enter(state, RequestStatus.AwaitingInfo, happened) with { Question = question };

    // A stage is reached again when the directory is asked again: the vacancy's limit keeps running, and its answer
    // sets the next retry.
    private static RequestState Reach(RequestState state, int stage, Happened happened) =>
        Enter(state, RequestStatus.Assessed, happened) with
        {
            StageIndex = stage,
            Staffing = [],
            Vacancy = state.Vacancy is { } vacancy && stage == state.StageIndex && state.Status == RequestStatus.Assessed
                ? vacancy with { RetryAt = vacancy.GiveUpAt }
                : null,
        };

    private static RequestState Change(RequestState state, int number, Func<Ask, Ask> change) =>
        state with { Asks = state.Asks.SetItem(number - 1, change(state.Asks[number - 1])) };

    private static Decided Decide(RequestState state, Event.DecisionMade e, Happened happened)
    {
        var ask = state.Asks[e.Ask - 1];
        return new Decided(ask.Number, ask.Stage, ask.Seat, happened.By, happened.At, e.Decision);
    }

    private static OpenQuestion Reminded(RequestState state, Happened happened)
    {
        var question = OpenQuestion(state);
        return question with { RemindersSent = question.Clock.RemindersBy(happened.At) };
    }

    private static RequestState Answer(RequestState state, Event.InformationProvided e, Happened happened)
    {
        var declaration = e.Declaration ?? state.Declaration;
        return Enter(state, RequestStatus.Submitted, happened) with
        {
            Question = null,
            Answers = state.Answers.Add(new Answered(OpenQuestion(state), happened.At, e.Text, e.Attachments)),
            Revision = state.Revision + 1,
            Submission = state.Submission with
            {
                Declaration = declaration with { Attachments = [.. declaration.Attachments, .. e.Attachments] },
            },
        };
    }

    private static RequestState Resume(RequestState state, ResumedClock resumed) =>
        Change(state, resumed.Ask, a => a with { Clock = resumed.Clock, RemindersSent = 0 });

    private static RequestState Deliver(RequestState state, Event.EffectDelivered e) => state with
    {
        Deliveries = state.Deliveries.SetItem(e.Effect, e.Delivery),
        RecordHash = e.Delivery is { Channel: Delivery.RecordChannel, Failure: null } ? e.Delivery.Reference : state.RecordHash,
    };

    private static OpenQuestion OpenQuestion(RequestState state) =>
        state.Question ?? throw new InvalidOperationException($"Request {state.Id} has no open question.");
}
