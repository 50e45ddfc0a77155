using Workflow.Core.Approval;
using Workflow.Core.Policies;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>One person asked, or a seat to be asked later, and what came of it.</summary>
/// <param name="Seat">The role's title.</param>
/// <param name="Person">Name; null while nobody is asked.</param>
/// <param name="Doing">What this person did or is to do, in a sentence.</param>
/// <param name="Words">Conditions and comment of their decision, as typed.</param>
public sealed record Colleague(Text Seat, string? Person, Text Doing, IReadOnlyList<Text> Words)
{
    /// <summary>Everybody on the way of this version of the request, stage by stage, as seen by somebody in this time zone.</summary>
    public static IReadOnlyList<Colleague> All(RequestState request, string timeZone) =>
        [.. (request.Assessment?.Route.Stages ?? []).SelectMany((stage, index) => stage.Seats.SelectMany(seat => Of(request, index, seat, timeZone)))];

    private static IEnumerable<Colleague> Of(RequestState request, int stage, Seat seat, string timeZone)
    {
        var asks = request.Asks.Where(a => a.Amendment == request.Amendment && a.Stage == stage && a.Seat == seat.Role).ToList();
        if (asks.Count == 0 && request.Outcome is null)
        {
            return [new Colleague(PolicyWords.Of(seat.Title), null, Waiting(isLater: stage > request.StageIndex), [])];
        }

        return asks.Select(a => Of(request, seat, a, timeZone));
    }

    private static Colleague Of(RequestState request, Seat seat, Ask ask, string timeZone)
    {
        var decided = request.Decisions.LastOrDefault(d => d.Ask == ask.Number);
        return new Colleague(
            PolicyWords.Of(seat.Title),
            ask.Person.Name,
            decided is null ? Undecided(request, ask, timeZone) : Decided(request, decided, timeZone),
            [.. Parted(ask), .. decided is null ? [] : Said(decided.Decision)]);
    }

    private static IReadOnlyList<Text> Parted(Ask ask) => ask.Comment is { Length: > 0 } comment ? [$"Comment: {comment}"] : [];

    private static IReadOnlyList<Text> Said(Decision decision) =>
    [
        .. decision.Conditions.Select(c => (Text)$"Condition: {ConditionWords.Of(c)}"),
        .. (decision.Comment, decision.Kind) switch
        {
            (null or "", _) => Array.Empty<Text>(),
            ({ } question, DecisionKind.AskForInformation) => [$"Question: {question}"],
            ({ } comment, _) => [$"Comment: {comment}"],
        },
    ];

    private static Text Waiting(bool isLater) => isLater switch
    {
        true => $"Is asked when those before have decided.",
        false => $"Somebody is being found.",
    };

    private static Text Undecided(RequestState request, Ask ask, string timeZone) => ask switch
    {
        { Retired: RetirementReason.RouteRestarted } => $"Was asked before new facts came.",
        { Retired: RetirementReason.Delegated } => $"Handed the question on to {HandoverWords.To(request, ask)}.",
        { Retired: RetirementReason.Recused } => $"Stepped back from deciding.",
        { Retired: RetirementReason.Reassigned } => $"Was asked, until an admin asked {HandoverWords.To(request, ask)} instead.",
        { IsOpen: false } => $"Was asked, and is not needed any more.",
        { Overdue: true } => $"Was asked on {Moment.InZone(ask.AskedAt, timeZone)}; the time is over, an answer still counts.",
        { AwayUntil: { } until } => $"Was asked on {Moment.InZone(ask.AskedAt, timeZone)}; away until {Moment.InZone(until, timeZone)}.",
        _ => $"Was asked on {Moment.InZone(ask.AskedAt, timeZone)}; no answer yet.",
    };

    private static Text Decided(RequestState request, Decided decided, string timeZone)
    {
        var did = DecisionWords.Done(decided.Decision.Kind, request.Assessment!.Tier);
        return decided.Counts
            ? (Text)$"{did:upper} on {Moment.InZone(decided.At, timeZone)}."
            : $"{did:upper} on {Moment.InZone(decided.At, timeZone)}, before new facts came; that decision no longer counts.";
    }
}
