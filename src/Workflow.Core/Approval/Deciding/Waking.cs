namespace Workflow.Core.Approval.Deciding;

/// <summary>The alarm clock rang: whoever's time has come is reminded, joined by the next person, or given up on.</summary>
internal static class Waking
{
    public static Verdict Decide(RequestState state, Command.Wake command)
    {
        var at = command.Stamp.At;
        return state.Status switch
        {
            RequestStatus.Closed => Verdict.NothingToDo,
            RequestStatus.AwaitingInfo => AwaitingInfo(state, state.Question!, at),
            RequestStatus.Deciding => Verdict.Yes(Deciding(state, at)),
            _ => Machinery(state, at),
        };
    }

    private static Verdict AwaitingInfo(RequestState state, OpenQuestion question, DateTimeOffset at)
    {
        if (at >= question.Clock.Due)
        {
            return Verdict.Yes(Closing.With(state, new Outcome(
                OutcomeKind.Expired, [], null, "The submitter did not answer in time. Nothing is approved.")));
        }

        return question.Clock.RemindersBy(at) > question.RemindersSent
            ? Verdict.Yes(new Event.SubmitterReminded())
            : Verdict.NothingToDo;
    }

    // Classifying and finding people take moments. When they do not, a person has to look.
    private static Verdict Machinery(RequestState state, DateTimeOffset at)
    {
        if (state.Vacancy is { } vacancy)
        {
            return at >= vacancy.GiveUpAt ? Verdict.Yes(Closing.With(state, Closing.Silence(state)))
                : at >= vacancy.RetryAt ? Verdict.Yes(new Event.StageReached(state.StageIndex))
                : Verdict.NothingToDo;
        }

        return at >= DueTimes.Stall(state) ? Verdict.Yes(new Event.Stalled(state.Status)) : Verdict.NothingToDo;
    }

    private static List<Event> Deciding(RequestState state, DateTimeOffset at)
    {
        var events = new List<Event>();
        var joined = new List<Event.PersonAsked>();
        foreach (var ask in state.OpenAsks.Where(a => !a.Overdue))
        {
            if (at < ask.Clock.Due)
            {
                events.AddRange(ask.Clock.RemindersBy(at) > ask.RemindersSent ? [new Event.PersonReminded(ask.Number)] : []);
                continue;
            }

            if (Asking.TermsLeft(state, ask.Seat) == 0)
            {
                events.Add(new Event.AskOverdue(ask.Number));
            }
            else if (Asking.Next(state, ask.Seat, [.. joined.Select(j => j.Candidate.Person.Id)]) is { } next)
            {
                joined.Add(new Event.PersonAsked(
                    state.Asks.Count + joined.Count + 1, ask.Seat, next, Asking.Clock(state.Stage!, next.Person, at)));
                events.AddRange([new Event.AskOverdue(ask.Number), joined[^1]]);
            }
            else
            {
                // Nobody can be added; the step takes its time all the same, and the admins can find somebody in it.
                events.Add(new Event.TimeExtended(ask.Number, Asking.Clock(state.Stage!, ask.Person, at)));
            }
        }

        var exhausted = events.OfType<Event.AskOverdue>().Select(o => state.Asks[o.Ask - 1].Seat).Except(joined.Select(j => j.Seat));
        return StillReachable(state, [.. exhausted])
            ? events
            : [.. events, .. Closing.With(state, Closing.Silence(state))];
    }

    // Whether enough seats are filled, or still have somebody whose time is not over.
    private static bool StillReachable(RequestState state, HashSet<string> exhausted)
    {
        var approved = state.Decisions.Where(d => d.Approves && d.Stage == state.StageIndex).Select(d => d.Seat);
        var running = state.OpenAsks.Where(a => !a.Overdue && !exhausted.Contains(a.Seat)).Select(a => a.Seat);
        return approved.Concat(running).Distinct().Count() >= state.Stage!.Quorum;
    }
}
