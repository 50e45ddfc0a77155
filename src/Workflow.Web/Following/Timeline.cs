using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Following;

/// <summary>Something that happened to a request, as its submitter is told.</summary>
/// <param name="At">UTC.</param>
/// <param name="Text">In our words.</param>
/// <param name="Quote">In a person's words, if they belong to it.</param>
public sealed record Milestone(DateTimeOffset At, Text Text, string? Quote = null);

/// <summary>
/// The history of a request in the words of its submitter. Roles are named and people are not; single decisions are
/// not told before the request is over.
/// </summary>
public static class Timeline
{
    /// <summary>What is worth telling, oldest first.</summary>
    public static IReadOnlyList<Milestone> Of(RequestHistory history) =>
        [.. history.Events.Select(e => Tell(history.Request, e)).OfType<Milestone>()];

    private static Milestone? Tell(RequestState request, Happened happened) => happened.Event switch
    {
        Event.RequestSubmitted e => new(happened.At, $"You declared the use {By(e.Submission.Channel)}."),
        Event.CompletionRequested e => new(happened.At, $"We asked you for what was missing: {Phrase.And([.. e.Fields.Select(FieldWords.Label)])}."),
        Event.RequestAssessed e => new(happened.At, $"The production's policy judged it: {TierWords.Name(e.Assessment.Tier):lower}."),
        Event.RouteRestarted => new(happened.At, $"What you added raises what is at stake, so everybody is asked again."),
        Event.SeatsUnfilled e => new(happened.At, $"Nobody could be found for {Phrase.And(Seats(request, e.Roles))}. The people who run this service were told."),
        Event.PersonAsked e => new(happened.At, e.Candidate.Capacity == Core.People.Capacity.Holder
            ? (Text)$"{StateWords.SeatTitle(request, e.Seat)} was asked."
            : $"{StateWords.SeatTitle(request, e.Seat)} did not answer in time; somebody else was asked as well."),
        Event.DecisionMade { Decision.Kind: not DecisionKind.AskForInformation } e =>
            new(happened.At, $"{StateWords.SeatTitle(request, request.Asks[e.Ask - 1].Seat)} has answered."),
        Event.InformationRequested e => new(happened.At, $"You were asked:", e.Question),
        Event.SubmitterReminded => new(happened.At, $"We reminded you that your answer is missing."),
        Event.InformationProvided e => new(
            happened.At,
            e.Declaration is null ? (Text)$"You answered:" : $"You filled in what was missing.",
            e.Text.Length == 0 ? null : e.Text),
        Event.RequestClosed e => new(happened.At, StateWords.Ended(e.Outcome)),
        Event.EffectDelivered { Delivery: { Channel: "record", Failure: null } } => new(happened.At, $"The signed record was issued."),
        _ => null,
    };

    private static Text By(Channel channel) => channel switch
    {
        Channel.Form => $"with the form",
        Channel.Api => $"through the API",
        Channel.Email => $"by e-mail",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    private static Text[] Seats(RequestState request, IReadOnlyList<string> roles) =>
        [.. roles.Select(r => StateWords.SeatTitle(request, r))];
}
