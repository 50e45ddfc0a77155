using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval.Deciding;

/// <summary>An asked person decides: who may, when, with what, and what follows.</summary>
internal static class Judging
{
    public static Verdict Decide(RequestState state, Command.Decide command)
    {
        if (command.Ask < 1 || command.Ask > state.Asks.Count)
        {
            return Verdict.No(RefusalCode.UnknownAsk, $"This question does not exist. Use the link in the newest mail you got.");
        }

        var ask = state.Asks[command.Ask - 1];
        return Foreign(ask, command.Stamp.By)
            ?? Late(state, ask)
            ?? NotEntitled(state, ask)
            ?? Unproven(state, command.Stamp.By)
            ?? Wanting(state, command.Decision)
            ?? Verdict.Yes(Follow(state, ask, command));
    }

    private static Verdict? Foreign(Ask ask, Actor by) =>
        by.Kind == ActorKind.Approver && by.Id == ask.Person.Id
            ? null
            : Verdict.No(RefusalCode.NotYours, $"This question was put to somebody else. Only the person who was asked can answer it.");

    private static Verdict? Late(RequestState state, Ask ask)
    {
        if (state.Outcome is { } outcome)
        {
            return Closing.Refusal(outcome, state.ClosedAt);
        }

        if (ask.Retired is { } reason)
        {
            return Verdict.No(RefusalCode.AskRetired, Why(state, ask, reason));
        }

        return state.Status == RequestStatus.Deciding
            ? null
            : Verdict.No(RefusalCode.NotNow, $"The submitter was asked for more information. You can decide once it is here; your time stands still until then.");
    }

    private static Verdict? NotEntitled(RequestState state, Ask ask)
    {
        if (Entitlement.Of(state, ask.Person) is { } reason)
        {
            return Verdict.No(RefusalCode.NotEntitled, reason);
        }

        return state.Decisions.Any(d => d.Approves && d.By.Id == ask.Person.Id)
            ? Verdict.No(RefusalCode.NotEntitled, $"You have approved this request for another role. Each role needs its own person.")
            : null;
    }

    private static Verdict? Unproven(RequestState state, Actor by) =>
        state.Assessment!.Route.Terms.SecondStep && by.Authentication is not Authentication.MailedLinkAndCode
            ? Verdict.No(RefusalCode.SecondStepNeeded, $"This decision needs the one-time code that is mailed to you on request.")
            : null;

    private static Verdict? Wanting(RequestState state, Decision decision)
    {
        if (Long(decision.Comment) || decision.Conditions.Any(Long) || decision.Conditions.Count > DeclarationLimits.Entries)
        {
            return Verdict.No(RefusalCode.TooLong, $"Please keep each text under {DeclarationLimits.Text} characters and state at most {DeclarationLimits.Entries} conditions.");
        }

        var conditional = decision.Kind == DecisionKind.ApproveWithConditions;
        if (conditional != decision.Conditions.Any(c => !string.IsNullOrWhiteSpace(c)) || decision.Conditions.Any(string.IsNullOrWhiteSpace))
        {
            return conditional
                ? Verdict.No(RefusalCode.CommentNeeded, $"Please state at least one condition.")
                : Verdict.No(RefusalCode.CommentNeeded, $"Conditions belong to an approval with conditions.");
        }

        var commentNeeded = decision.Kind == DecisionKind.AskForInformation || state.Stage!.CommentOn.Contains(decision.Kind);
        if (!commentNeeded || !string.IsNullOrWhiteSpace(decision.Comment))
        {
            return null;
        }

        return decision.Kind == DecisionKind.AskForInformation
            ? Verdict.No(RefusalCode.CommentNeeded, $"Please write what you want to know.")
            : Verdict.No(RefusalCode.CommentNeeded, $"Please give your reason in the comment.");

        static bool Long(string? text) => text?.Length > DeclarationLimits.Text;
    }

    private static IReadOnlyList<Event> Follow(RequestState state, Ask ask, Command.Decide command)
    {
        var at = command.Stamp.At;
        var made = new Event.DecisionMade(ask.Number, command.Decision);
        return command.Decision.Kind switch
        {
            DecisionKind.AskForInformation => [made, Question(state, ask, command.Decision.Comment!, at)],
            DecisionKind.Reject =>
            [
                made,
                new Event.AskRetired(ask.Number, RetirementReason.Decided),
                .. Closing.With(state, new Outcome(OutcomeKind.Rejected, [], null, command.Decision.Comment), ask.Number),
            ],
            _ => [made, .. Yes(state, ask, command.Decision, at)],
        };
    }

    private static Event.InformationRequested Question(RequestState state, Ask ask, string text, DateTimeOffset at)
    {
        var terms = state.Assessment!.Route.Terms;
        var clock = Clock.Start(terms.Office, at, terms.InformationLimit, terms.InformationReminders);
        return new Event.InformationRequested(ask.Number, text, clock, Pausing.Stop(state, at));
    }

    private static List<Event> Yes(RequestState state, Ask ask, Decision decision, DateTimeOffset at)
    {
        List<Event> events =
        [
            new Event.AskRetired(ask.Number, RetirementReason.Decided),
            .. Retire(state.OpenAsks.Where(a => a.Seat == ask.Seat && a.Number != ask.Number), RetirementReason.SeatDecided),
        ];

        var approvals = state.Decisions.Where(d => d.Approves).ToList();
        var seats = approvals.Where(d => d.Stage == state.StageIndex).Select(d => d.Seat).Append(ask.Seat).Distinct().Count();
        if (seats < state.Stage!.Quorum)
        {
            return events;
        }

        events.AddRange(Retire(state.OpenAsks.Where(a => a.Seat != ask.Seat), RetirementReason.StageCompleted));
        events.Add(new Event.StageCompleted(state.StageIndex));
        events.Add(state.StageIndex + 1 < state.Assessment!.Route.Stages.Count
            ? new Event.StageReached(state.StageIndex + 1)
            : new Event.RequestClosed(Closing.Yes(state, [.. approvals.SelectMany(d => d.Decision.Conditions).Concat(decision.Conditions).Distinct()], at)));
        return events;
    }

    private static IEnumerable<Event.AskRetired> Retire(IEnumerable<Ask> asks, RetirementReason reason) =>
        asks.Select(a => new Event.AskRetired(a.Number, reason));

    private static FormattableString Why(RequestState state, Ask ask, RetirementReason reason)
    {
        var decided = state.Decisions.LastOrDefault(d => d.Stage == ask.Stage && d.Seat == ask.Seat);
        return reason switch
        {
            RetirementReason.Decided => $"You have already decided this on {decided?.At:d MMMM yyyy, HH:mm} UTC. Nothing was changed.",
            RetirementReason.SeatDecided => $"{decided?.By.Name} has already decided this on {decided?.At:d MMMM yyyy, HH:mm} UTC. Nothing was changed.",
            RetirementReason.StageCompleted => $"Enough others have decided. Nothing was changed.",
            RetirementReason.RouteRestarted => $"New facts changed what is asked. Please use the newer mail.",
            RetirementReason.RequestClosed => $"This request is over. Nothing was changed.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
