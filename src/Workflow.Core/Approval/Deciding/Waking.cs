namespace Workflow.Core.Approval.Deciding;

/// <summary>The alarm clock rang: whoever's time has come is reminded, joined by the next person, or given up on.</summary>
internal static class Waking
{
    public static Verdict Decide(RequestState state, Command.Wake command)
    {
        var at = command.Stamp.At;
        return Verdict.Yes(
        [
            .. Aftercare.Due(state, at),
            .. state.Status switch
            {
                RequestStatus.Closed => [],
                RequestStatus.AwaitingInfo => AwaitingInfo(state, state.Question!, at),
                RequestStatus.Deciding => Deciding(state, at),
                _ => Machinery(state, at),
            },
        ]);
    }

    private static IEnumerable<Event> AwaitingInfo(RequestState state, OpenQuestion question, DateTimeOffset at)
    {
        if (at >= question.Clock.Due)
        {
            return Closing.With(state, new Outcome(
                OutcomeKind.Expired, [], null, "The submitter did not answer in time. Nothing is approved."));
        }

        return question.Clock.RemindersBy(at) > question.RemindersSent ? [new Event.SubmitterReminded()] : [];
    }

    // Classifying and finding people take moments. When they do not, a person has to look.
    private static IEnumerable<Event> Machinery(RequestState state, DateTimeOffset at)
    {
        if (state.Vacancy is { } vacancy)
        {
            return at >= vacancy.GiveUpAt ? Closing.With(state, Closing.Silence(state))
                : at >= vacancy.RetryAt ? [new Event.StageReached(state.StageIndex)]
                : [];
        }

        return at >= DueTimes.Stall(state) ? [new Event.Stalled(state.Status)] : [];
    }

    private static List<Event> Deciding(RequestState state, DateTimeOffset at)
    {
        var events = new List<Event>();
        foreach (var ask in state.OpenAsks.Where(a => !a.Overdue))
        {
            if (at >= ask.Clock.Due)
            {
                events.AddRange(TimeIsOver(state, ask, [.. events.OfType<Event.PersonAsked>()], at));
            }
            else if (ask.Clock.RemindersBy(at) > ask.RemindersSent)
            {
                events.Add(new Event.PersonReminded(ask.Number));
            }
        }

        var tally = After(state, events, at);
        return tally.IsLost
            ? [.. events, .. Closing.With(state, Closing.Lost(state, tally))]
            : [.. events, .. Vacant(state, at)];
    }

    private static IEnumerable<Event> TimeIsOver(RequestState state, Ask ask, IReadOnlyList<Event.PersonAsked> joined, DateTimeOffset at)
    {
        if (Asking.TermsLeft(state, ask.Seat) - joined.Count(j => j.Seat == ask.Seat) <= 0)
        {
            return [new Event.AskOverdue(ask.Number)];
        }

        if (Asking.Next(state, state.Staffing, ask.Seat, [.. joined.Select(j => j.Candidate.Person.Id)], at) is { } next)
        {
            var number = state.Asks.Count + joined.Count + 1;
            return
            [
                new Event.AskOverdue(ask.Number),
                new Event.PersonAsked(number, ask.Seat, next, Asking.Clock(state.Stage!, next.Person, at)),
            ];
        }

        // Nobody can be added; the step takes its time all the same, and the admins can find somebody in it.
        return [new Event.TimeExtended(ask.Number, Asking.Clock(state.Stage!, ask.Person, at))];
    }

    // How the stage stands once these have happened.
    private static Tally After(RequestState state, List<Event> events, DateTimeOffset at)
    {
        var over = events.OfType<Event.AskOverdue>().Select(o => o.Ask).ToHashSet();
        var left = state with { Asks = state.Asks.ConvertAll(a => over.Contains(a.Number) ? a with { Overdue = true } : a) };
        var tally = Tally.Of(left, at);
        return tally with { Awaited = tally.Awaited.Union(events.OfType<Event.PersonAsked>().Select(j => j.Seat)).ToHashSet() };
    }

    private static IEnumerable<Event> Vacant(RequestState state, DateTimeOffset at) =>
        state.Vacancy is { } vacancy && at >= vacancy.RetryAt
            ? [new Event.PeopleSought(state.StageIndex, Filling.Retry(state, vacancy.GiveUpAt, at))]
            : [];
}
