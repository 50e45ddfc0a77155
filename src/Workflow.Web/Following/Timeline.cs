using Workflow.Core.Approval;
using Workflow.Core.People;
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

    private static Milestone? Tell(RequestState request, Happened happened) =>
        (OfRound(request, happened.Event) ?? AfterwardsWords.Of(happened)) is { } told
            ? new Milestone(happened.At, told.Text, told.Quote)
            : null;

    private static Told? OfRound(RequestState request, Event happened) => happened switch
    {
        Event.RequestSubmitted e => new($"You declared the use {By(e.Submission.Channel)}."),
        Event.CompletionRequested e => new($"We asked you for what was missing: {Phrase.And([.. e.Fields.Select(FieldWords.Label)])}."),
        Event.RequestAssessed e => new($"The production's policy judged it: {TierWords.Name(e.Assessment.Tier):lower}."),
        Event.RouteRestarted => new($"What you added raises what is at stake, so everybody is asked again."),
        Event.ReassessmentOrdered e => new($"It is judged again, by version {e.Policy.Version} of the policy."),
        Event.SeatsUnfilled e => new($"Nobody could be found for {Phrase.And(Seats(request, e.Roles))}. The people who run this service were told."),
        Event.PersonAsked e => new(Asked(StateWords.SeatTitle(request, e.Seat), e)),
        Event.AskRecused e => new($"Whoever was asked as {Seat(request, e.Ask)} stepped back from deciding."),
        Event.AskReopened e => new($"{Seat(request, e.Ask)} took the answer back, to give another."),
        Event.DeadlineMoved { Ask: { } ask } => new($"{Seat(request, ask)} was given more time."),
        Event.DeadlineMoved => new($"You were given more time to answer."),
        Event.DecisionMade { Decision.Kind: not DecisionKind.AskForInformation } e => new($"{Seat(request, e.Ask)} has answered."),
        Event.InformationRequested e => new($"You were asked:", e.Question),
        Event.SubmitterReminded => new($"We reminded you that your answer is missing."),
        Event.InformationProvided { Text.Length: 0 } => new($"You filled in what was missing."),
        Event.InformationProvided e => new($"You answered:", e.Text),
        Event.RequestClosed e => new(StateWords.Ended(e.Outcome)),
        Event.EffectDelivered { Delivery: { Channel: Delivery.RecordChannel, Failure: null } } => new($"The signed record was issued."),
        _ => null,
    };

    private static Text Asked(Text seat, Event.PersonAsked asked) => asked switch
    {
        { Replaces: not null } => $"Somebody else was asked as {seat} instead.",
        { Candidate.Capacity: Capacity.Holder or Capacity.Assigned } => $"{seat} was asked.",
        _ => $"{seat} did not answer in time; somebody else was asked as well.",
    };

    private static Text Seat(RequestState request, int ask) => StateWords.SeatTitle(request, request.Asks[ask - 1].Seat);

    private static Text By(Channel channel) => channel switch
    {
        Channel.Form => $"with the form",
        Channel.Api => $"through the API",
        Channel.Teams => $"in Teams",
        Channel.Email => $"by e-mail",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    private static Text[] Seats(RequestState request, IReadOnlyList<string> roles) =>
        [.. roles.Select(r => StateWords.SeatTitle(request, r))];
}
