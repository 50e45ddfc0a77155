using System.Collections.Immutable;
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
        Event.CompletionRequested e => Asking(state, happened, new OpenQuestion(null, null, e.Fields, happened.At, e.Clock, e.Clock.RemindersBy(happened.At))),
        Event.RequestAssessed e => state with { Assessment = e.Assessment, PolicyOrdered = null, IsUnjudged = false },
        Event.RouteRestarted e => Restart(state, e),
        Event.StageReached e => Reach(state, e.Stage, happened),
        Event.PeopleRecorded e => Enter(state, RequestStatus.Deciding, happened) with { Staffing = [.. e.Staffing], Vacancy = null },
        Event.SeatsUnfilled e => state with { Vacancy = new Vacancy(e.Roles, e.RetryAt, e.GiveUpAt) },
        Event.PersonAsked e => state with { Asks = state.Asks.Add(NewAsk(state, e, happened)) },
        Event.PersonReminded e => Change(state, e.Ask, a => a with { RemindersSent = a.Clock.RemindersBy(happened.At) }),
        Event.AskOverdue e => Change(state, e.Ask, a => a with { Overdue = true }),
        Event.TimeExtended e => Change(state, e.Ask, a => a with { Clock = e.Clock, RemindersSent = 0, Extensions = a.Extensions + 1 }),
        Event.AskRetired e => Change(state, e.Ask, a => a with { Retired = e.Reason }),
        Event.DecisionMade e => state with { Decisions = state.Decisions.Add(Decide(state, e, happened)) },
        Event.InformationRequested e => Asking(state, happened, new OpenQuestion(e.Ask, e.Question, e.Fields ?? [], happened.At, e.Clock, 0)) with
        {
            Paused = [.. e.Remaining],
        },
        Event.SubmitterReminded => state with { Question = Reminded(state, happened) },
        Event.InformationProvided e => Answer(state, e, happened),
        Event.ClocksResumed e => e.Clocks.Aggregate(Enter(state, RequestStatus.Deciding, happened) with { Paused = [] }, Resume),
        Event.StageCompleted => state,
        Event.RequestClosed e => Close(state, e, happened),
        Event.EffectDelivered e => Deliver(state, e),
        Event.DeliveryBounced e => state with { Bounced = state.Bounced.Add(e.Effect) },
        Event.DeliveryRetried => state,
        Event.Stalled => state with { StalledAt = happened.At },
        Event.ApproverAway e => Change(state, e.Ask, a => e.StoodIn
            ? a with { Clock = e.Clock, RemindersSent = 0, AwayUntil = e.Until }
            : a with { Clock = e.Clock, AwayUntil = null }),
        Event.PeopleSought e => state with { Vacancy = state.Vacancy! with { RetryAt = e.RetryAt } },
        Event.AskDelegated e => Change(state, e.Ask, a => a with { Comment = e.Comment }),
        Event.AskRecused e => Change(state, e.Ask, a => a with { Comment = e.Comment }),
        Event.PersonNudged => state,
        Event.AskReopened e => Reopen(state, e),
        Event.SeatAssigned e => Assign(state, e),
        Event.DeadlineMoved e => Move(state, e),
        Event.ReassessmentOrdered e => Enter(state, RequestStatus.Submitted, happened) with { PolicyOrdered = e.Policy, Paused = [.. e.Remaining], Vacancy = null },
        Event.ConsentAttached e => state with { Consents = state.Consents.Add(new Consent(e.Number, e.Evidence)) },
        Event.ConsentChecked e => Check(state, e, happened),
        Event.AmendmentOpened e => Amend(state, e, happened),
        Event.ApprovalRevoked e => Change(state, a => a with { Standing = Standing.Revoked, Reason = e.Reason }),
        Event.ApprovalSuspended e => Change(state, a => Suspended(a, a.Suspensions.Add(e.Reason))),
        Event.ApprovalReinstated e => Change(state, a => Suspended(a, a.Suspensions.Remove(e.Reason))),
        Event.ExpiryReminded => Change(state, a => a with { NoticesSent = DueTimes.NoticesBy(a, happened.At) }),
        Event.ApprovalLapsed => Change(state, a => a with { Standing = Standing.Lapsed }),
        Event.ObligationOverdue e => Change(state, a => Followed(a, e.Number, o => o with { WasOverdue = true })),
        Event.NoteAdded e => Write(state, e, happened),
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
            Paused = [],
            Assigned = stage == state.StageIndex ? state.Assigned : state.Assigned.Clear(),
            Vacancy = state.Vacancy is { } vacancy && stage == state.StageIndex && state.Status == RequestStatus.Assessed
                ? vacancy with { RetryAt = vacancy.GiveUpAt }
                : null,
        };

    private static RequestState Change(RequestState state, int number, Func<Ask, Ask> change) =>
        state with { Asks = state.Asks.SetItem(number - 1, change(state.Asks[number - 1])) };

    private static Ask NewAsk(RequestState state, Event.PersonAsked e, Happened happened) =>
        new(e.Ask, state.StageIndex, e.Seat, e.Candidate, happened.At, e.Clock, Replaces: e.Replaces, Amendment: state.Amendment);

    // A decision that stays belongs to the stage that its seat has in the new route.
    private static RequestState Restart(RequestState state, Event.RouteRestarted e) => state with
    {
        Decisions = state.Decisions.ConvertAll(d => e.DecisionsStay && d.Counts && StageOf(state, d.Seat) is >= 0 and var stage
            ? d with { Stage = stage }
            : d with { Counts = false }),
        EarlierAsks = state.Asks.Count,
        Assigned = state.Assigned.Clear(),
        Paused = [],
    };

    private static int StageOf(RequestState state, string seat)
    {
        var stages = state.Assessment!.Route.Stages;
        return stages.Select((s, i) => s.Seats.Any(x => x.Role == seat) ? i : -1).FirstOrDefault(i => i >= 0, -1);
    }

    private static RequestState Reopen(RequestState state, Event.AskReopened e) =>
        Change(state, e.Ask, a => a with { Retired = null, Overdue = false, Clock = e.Clock, RemindersSent = 0 }) with
        {
            Decisions = state.Decisions.ConvertAll(d => d.Ask == e.Ask ? d with { Counts = false } : d),
        };

    private static RequestState Assign(RequestState state, Event.SeatAssigned e)
    {
        var roles = state.Vacancy?.Roles.Where(r => r != e.Seat).ToList();
        return state with
        {
            Assigned = state.Assigned.SetItem(e.Seat, e.Candidate),
            Vacancy = roles is [_, ..] ? state.Vacancy! with { Roles = roles } : null,
        };
    }

    private static RequestState Move(RequestState state, Event.DeadlineMoved e) => e.Ask is { } ask
        ? Change(state, ask, a => a with { Clock = e.Clock, RemindersSent = 0, Overdue = false, AwayUntil = null })
        : state with { Question = OpenQuestion(state) with { Clock = e.Clock, RemindersSent = 0 } };

    private static RequestState Check(RequestState state, Event.ConsentChecked e, Happened happened) => state with
    {
        Consents = state.Consents.SetItem(e.Number - 1, state.Consents[e.Number - 1] with
        {
            Check = new ConsentCheck(happened.By, happened.At, e.Accepted, e.Comment),
        }),
    };

    private static RequestState Amend(RequestState state, Event.AmendmentOpened e, Happened happened) =>
        Enter(state, RequestStatus.Submitted, happened) with
        {
            Amendment = e.Amendment,
            Revision = state.Revision + 1,
            IsUnjudged = true,
            StageIndex = 0,
            EarlierAsks = state.Asks.Count,
            Assigned = state.Assigned.Clear(),
            Decisions = state.Decisions.ConvertAll(d => d with { Counts = false }),
            Outcome = null,
            ClosedAt = null,
            Submission = state.Submission with { Declaration = e.Declaration ?? state.Declaration },
        };

    private static RequestState Close(RequestState state, Event.RequestClosed e, Happened happened) =>
        Enter(state, RequestStatus.Closed, happened) with
        {
            Outcome = e.Outcome,
            ClosedAt = happened.At,
            Question = null,
            Vacancy = null,
            Paused = [],
            PolicyOrdered = null,
            Approval = e.Outcome.Kind is OutcomeKind.Approved or OutcomeKind.Acknowledged
                ? GrantedApproval.Of(state, happened.At, e.Outcome)
                : state.Approval,
        };

    private static RequestState Change(RequestState state, Func<GrantedApproval, GrantedApproval> change) =>
        state with { Approval = change(state.Approval ?? throw new InvalidOperationException($"Request {state.Id} has no approval.")) };

    private static GrantedApproval Suspended(GrantedApproval approval, ImmutableSortedSet<SuspensionReason> reasons) =>
        approval with { Suspensions = reasons, Standing = !approval.IsAlive ? approval.Standing : reasons.IsEmpty ? Standing.InForce : Standing.Suspended };

    private static GrantedApproval Followed(GrantedApproval approval, int number, Func<Obligation, Obligation> change) =>
        approval with { Obligations = approval.Obligations.SetItem(number - 1, change(approval.Obligations[number - 1])) };

    private static RequestState Write(RequestState state, Event.NoteAdded e, Happened happened)
    {
        var noted = state with { Notes = state.Notes.Add(new Note(happened.At, happened.By, e.Text, e.Meets, e.Original)) };
        return e.Meets is { } number ? Change(noted, a => Followed(a, number, o => o with { MetAt = happened.At })) : noted;
    }

    private static Decided Decide(RequestState state, Event.DecisionMade e, Happened happened)
    {
        var ask = state.Asks[e.Ask - 1];
        return new Decided(ask.Number, state.StageIndex, ask.Seat, happened.By, happened.At, e.Decision);
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
            Answers = state.Answers.Add(new Answered(
                OpenQuestion(state), happened.At, e.Text, e.Attachments, e.Declaration is null ? null : state.Declaration)),
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
        Approval = e.Delivery is { Channel: Delivery.RecordChannel, Failure: null, Reference: { } hash }
            ? state.Approval! with { RecordHash = hash }
            : state.Approval,
    };

    private static OpenQuestion OpenQuestion(RequestState state) =>
        state.Question ?? throw new InvalidOperationException($"Request {state.Id} has no open question.");
}
