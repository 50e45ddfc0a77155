using Workflow.Core.Policies;

namespace Workflow.Core.Approval.Deciding;

/// <summary>How the current stage stands: which of its seats said yes, which said no, and for which an answer can still come.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Yes">Seats that approved.</param>
/// <param name="No">Seats that rejected.</param>
/// <param name="Awaited">Seats that somebody may still answer for.</param>
internal sealed record Tally(Stage Stage, IReadOnlySet<string> Yes, IReadOnlySet<string> No, IReadOnlySet<string> Awaited)
{
    public static Tally Of(RequestState state, DateTimeOffset at)
    {
        var counting = state.Decisions.Where(d => d.Counts && d.Stage == state.StageIndex).ToList();
        HashSet<string> yes = [.. counting.Where(d => d.Approves).Select(d => d.Seat)];
        HashSet<string> no = [.. counting.Where(d => d.Decision.Kind == DecisionKind.Reject).Select(d => d.Seat)];
        HashSet<string> awaited =
        [
            .. state.OpenAsks.Where(a => a.IsRunning(at)).Select(a => a.Seat),
            .. state.Vacancy is { } vacancy && at < vacancy.GiveUpAt ? vacancy.Roles : [],
        ];
        return new Tally(state.Stage!, yes, no, awaited);
    }

    /// <summary>Whether enough seats have approved.</summary>
    public bool IsComplete => Yes.Count >= Stage.Quorum;

    /// <summary>Whether nothing more can come that would make it complete.</summary>
    public bool IsLost => !IsComplete && Yes.Count + Open.Count() < Stage.Quorum && !HearsOthers;

    /// <summary>Whether somebody said no: what is lost then is rejected, and does not merely run out of time.</summary>
    public bool IsRejected => No.Count > 0;

    // Where the policy wants everybody heard, a no does not end it while somebody may still speak.
    private bool HearsOthers => Stage.Rejection == Rejection.WaitsForOthers && No.Count > 0 && Open.Any();

    private IEnumerable<string> Open => Awaited.Except(Yes).Except(No);

    public Tally With(string seat, bool yes) => this with
    {
        Yes = yes ? Yes.Append(seat).ToHashSet() : Yes.Where(s => s != seat).ToHashSet(),
        No = yes ? No.Where(s => s != seat).ToHashSet() : No.Append(seat).ToHashSet(),
    };
}
