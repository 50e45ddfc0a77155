using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Workflow.Core.Approval.Deciding;

/// <summary>Whom a seat asks next, and how long they have.</summary>
internal static class Asking
{
    public static Clock Clock(Stage stage, Person person, DateTimeOffset at) =>
        Approval.Clock.Start(person.Calendar, at, stage.Service, stage.Reminders);

    /// <summary>
    /// The next person of the escalation for a seat who is here, was not asked for it yet and sits on no other seat.
    /// </summary>
    public static Candidate? Next(
        RequestState state, IReadOnlyList<Staffing> staffing, string role, IReadOnlyCollection<string> justAsked, DateTimeOffset at)
    {
        var candidates = staffing.FirstOrDefault(s => s.Role == role)?.Candidates ?? [];
        var busy = Busy(state, role);
        return state.Stage!.Escalation
            .SelectMany(capacity => candidates.Where(c => c.Capacity == capacity))
            .FirstOrDefault(c => !(c.Away?.Until > at) && !busy.Contains(c.Person.Id) && !justAsked.Contains(c.Person.Id));
    }

    /// <summary>How many more steps the escalation of a seat has, whether or not there is somebody to add.</summary>
    public static int TermsLeft(RequestState state, string role) =>
        1 + state.Stage!.Escalation.Count
        - Round(state).Where(a => a.Seat == role).Sum(a => (a.Replaces is null ? 1 : 0) + a.Extensions);

    /// <summary>The asks of the current stage since the route last began.</summary>
    public static IEnumerable<Ask> Round(RequestState state) => state.Asks.Skip(state.EarlierAsks).Where(a => a.Stage == state.StageIndex);

    /// <summary>Who cannot be asked for a seat: whoever was asked for it, is asked for another, or has approved one.</summary>
    public static HashSet<string> Busy(RequestState state, string role) =>
    [
        .. Round(state).Where(a => a.Seat == role || a.IsOpen).Select(a => a.Person.Id),
        .. state.Decisions.Where(d => d.Approves).Select(d => d.By.Id),
    ];
}
