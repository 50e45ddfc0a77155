using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// Filling the seats of a stage from what the directory says. When a seat has nobody entitled, the admins are told, the
/// directory is asked again, and the request visibly waits; at the beginning of a stage nobody is asked before all can be.
/// </summary>
internal static class Filling
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(4);

    public static Verdict Decide(RequestState state, Command.RecordPeople command)
    {
        if (command.Stage != state.StageIndex)
        {
            return Verdict.NothingToDo;
        }

        return state switch
        {
            { Status: RequestStatus.Assessed } => AtTheBeginning(state, command),
            { Status: RequestStatus.Deciding, Vacancy: { } vacancy } => Afterwards(state, vacancy, command),
            _ => Verdict.NothingToDo,
        };
    }

    /// <summary>That nobody can fill these roles; the limit of an earlier vacancy of the stage goes on running.</summary>
    public static Event.SeatsUnfilled Unfilled(RequestState state, IReadOnlyList<string> roles, DateTimeOffset at)
    {
        var terms = state.Assessment!.Route.Terms;
        var giveUpAt = state.Vacancy?.GiveUpAt ?? terms.Office.Add(at, terms.UnfilledLimit);
        return new Event.SeatsUnfilled(state.StageIndex, roles, Retry(state, giveUpAt, at), giveUpAt);
    }

    /// <summary>When the directory is asked again: soon, and not beyond the limit as long as that lies ahead.</summary>
    public static DateTimeOffset Retry(RequestState state, DateTimeOffset giveUpAt, DateTimeOffset at)
    {
        var soon = state.Assessment!.Route.Terms.Office.Add(at, RetryAfter);
        return at < giveUpAt && giveUpAt < soon ? giveUpAt : soon;
    }

    private static Verdict AtTheBeginning(RequestState state, Command.RecordPeople command)
    {
        var at = command.Stamp.At;
        var seats = state.Stage!.Seats.Where(seat => !IsFilled(state, seat)).ToList();
        var staffing = state.Stage.Seats.Select(seat => Entitled(state, seat.Role, command.Staffing)).ToList();
        var seating = Seating.Assign([.. seats.Select(seat => Open(state, staffing, seat.Role))], Occupied(state));
        var unfilled = seats.Where((_, i) => seating[i] is null).Select(s => s.Role).ToList();
        return unfilled.Count > 0
            ? Verdict.Yes(Unfilled(state, unfilled, at))
            : Verdict.Yes([new Event.PeopleRecorded(state.StageIndex, staffing), .. Ask(state, staffing, [.. seats.Select(s => s.Role)], seating, at)]);
    }

    // Others are asked already; only the seats that fell vacant are looked after.
    private static Verdict Afterwards(RequestState state, Vacancy vacancy, Command.RecordPeople command)
    {
        var at = command.Stamp.At;
        var staffing = state.Stage!.Seats.Select(seat => Entitled(state, seat.Role, command.Staffing)).ToList();
        var seating = Seating.Assign(
            [.. vacancy.Roles.Select(role => Without(Open(state, staffing, role), Asking.Busy(state, role)))], Occupied(state));
        var filled = vacancy.Roles.Where((_, i) => seating[i] is not null).ToList();
        var unfilled = vacancy.Roles.Except(filled).ToList();
        return Verdict.Yes(
        [
            .. filled.Count == 0 ? [] : new Event[] { new Event.PeopleRecorded(state.StageIndex, staffing) },
            .. Ask(state, staffing, filled, [.. seating.OfType<Candidate>()], at),
            .. unfilled.Count == 0 ? [] : new Event[] { Unfilled(state, unfilled, at) },
        ]);
    }

    private static IEnumerable<Event> Ask(
        RequestState state, List<Staffing> staffing, IReadOnlyList<string> roles, IReadOnlyList<Candidate?> seating, DateTimeOffset at)
    {
        var number = state.Asks.Count;
        HashSet<string> taken = [.. seating.Select(c => c!.Person.Id)];
        foreach (var (role, candidate) in roles.Zip(seating))
        {
            var asked = new Event.PersonAsked(++number, role, candidate!, Asking.Clock(state.Stage!, candidate!.Person, at));
            yield return asked;
            if (candidate.Away?.Until is not { } until || until <= at)
            {
                continue;
            }

            var ask = new Ask(asked.Ask, state.StageIndex, role, candidate, at, asked.Clock);
            foreach (var e in Absences.Cover(state, staffing, ask, until, at, taken, number + 1))
            {
                if (e is Event.PersonAsked standIn)
                {
                    number++;
                    taken.Add(standIn.Candidate.Person.Id);
                }

                yield return e;
            }
        }
    }

    // A decision that outlasted new facts fills its seat already.
    private static bool IsFilled(RequestState state, Seat seat) =>
        state.Decisions.Any(d => d.Approves && d.Stage == state.StageIndex && d.Seat == seat.Role);

    // Who approved another seat has spoken, and who is asked for another is taken; each seat needs somebody else.
    private static HashSet<string> Occupied(RequestState state) =>
        [.. state.Decisions.Where(d => d.Approves).Select(d => d.By.Id), .. state.OpenAsks.Select(a => a.Person.Id)];

    // Whom an admin has put on a seat comes before whoever the directory names.
    private static Staffing Open(RequestState state, List<Staffing> staffing, string role) =>
        state.Assigned.TryGetValue(role, out var assigned) && Entitlement.Of(state, assigned.Person) is null
            ? new Staffing(role, [assigned])
            : staffing.Single(s => s.Role == role);

    private static Staffing Without(Staffing staffing, HashSet<string> busy) =>
        staffing with { Candidates = [.. staffing.Candidates.Where(c => !busy.Contains(c.Person.Id))] };

    private static Staffing Entitled(RequestState state, string role, IReadOnlyList<Staffing> answered)
    {
        var holders = answered.Where(s => s.Role == role).SelectMany(s => s.Candidates);
        var others = answered.Where(s => s.Role == state.Stage!.OtherRole).SelectMany(s => s.Candidates)
            .Where(c => c.Capacity == Capacity.Holder).Select(c => c with { Capacity = Capacity.OtherRole });
        return new Staffing(
            role, [.. holders.Concat(others).Where(c => Entitlement.Of(state, c.Person) is null).DistinctBy(c => c.Person.Id)]);
    }
}
