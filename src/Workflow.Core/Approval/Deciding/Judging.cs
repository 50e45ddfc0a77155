using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval.Deciding;

/// <summary>An asked person decides: with what, and what follows. While the stage is open they may change their mind.</summary>
internal static class Judging
{
    public static Verdict Decide(RequestState state, Command.Decide command)
    {
        var again = IsAgain(state, command);
        if ((Answering.Refusal(state, command.Ask, command.Stamp.By, again) ?? Lacking(state, command.Decision)) is { } refused)
        {
            return refused;
        }

        var ask = state.Asks[command.Ask - 1];
        var reopened = again ? new Event.AskReopened(ask.Number, Asking.Clock(state.Stage!, ask.Person, command.Stamp.At)) : null;
        return Follow(state, ask, command, reopened);
    }

    // The same answer once more is a double click, not a change of mind.
    private static bool IsAgain(RequestState state, Command.Decide command) =>
        state.Status == RequestStatus.Deciding
        && state.Decisions.LastOrDefault(d => d.Ask == command.Ask) is { Counts: true } given
        && given.Stage == state.StageIndex
        && state.Asks[command.Ask - 1].Retired == RetirementReason.Decided
        && !Same(given.Decision, command.Decision);

    private static bool Same(Decision a, Decision b) =>
        a.Kind == b.Kind && a.Comment == b.Comment && a.Conditions.SequenceEqual(b.Conditions);

    private static Verdict? Lacking(RequestState state, Decision decision)
    {
        var texts = decision.Conditions.SelectMany(c => new[] { c.Text, c.Owner }).Concat(decision.Fields ?? []).Append(decision.Comment);
        if (texts.Any(t => t?.Length > DeclarationLimits.Text) || decision.Conditions.Count > DeclarationLimits.Entries)
        {
            return Verdict.No(RefusalCode.TooLong, $"Please keep each text under {DeclarationLimits.Text} characters and state at most {DeclarationLimits.Entries} conditions.");
        }

        var conditional = decision.Kind == DecisionKind.ApproveWithConditions;
        if (conditional != decision.Conditions.Any() || decision.Conditions.Any(c => string.IsNullOrWhiteSpace(c.Text)))
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
    }

    private static Verdict Follow(RequestState state, Ask ask, Command.Decide command, Event.AskReopened? reopened)
    {
        List<Event> made = [.. reopened is null ? [] : new Event[] { reopened }, new Event.DecisionMade(ask.Number, command.Decision)];
        return command.Decision.Kind switch
        {
            DecisionKind.AskForInformation => Verdict.Yes([.. made, Question(state, ask, command.Decision, reopened, command.Stamp.At)]),
            DecisionKind.Reject => Verdict.Yes([.. made, .. No(state, ask, command)]),
            _ => Lacking(state, ask, command) ?? Verdict.Yes([.. made, .. Yes(state, ask, command)]),
        };
    }

    private static Event.InformationRequested Question(
        RequestState state, Ask ask, Decision decision, Event.AskReopened? reopened, DateTimeOffset at)
    {
        var terms = state.Assessment!.Route.Terms;
        var clock = Clock.Start(terms.Office, at, terms.InformationLimit, terms.InformationReminders);
        IReadOnlyList<RemainingTime> remaining = reopened is null
            ? Pausing.Stop(state.OpenAsks, at)
            : Pausing.Stop(state.OpenAsks.Append(ask with { Clock = reopened.Clock, RemindersSent = 0, Overdue = false }), at);
        return new Event.InformationRequested(ask.Number, decision.Comment!, clock, remaining, decision.Fields);
    }

    // Without the consents that the policy demands, the seat that checks them cannot say yes, and nobody can say the last yes.
    private static Verdict? Lacking(RequestState state, Ask ask, Command.Decide command)
    {
        var missing = ConsentRules.Missing(state, command.Stamp.At);
        if (missing.Count == 0)
        {
            return null;
        }

        var checks = state.Assessment!.Route.Terms.Consent!.Seat == ask.Seat;
        var tally = Tally.Of(state, command.Stamp.At).With(ask.Seat, yes: true);
        if (!checks && !(tally.IsComplete && Advancing.Next(state) is null))
        {
            return null;
        }

        var list = string.Join("; ", missing.Select(m => $"{m.Person ?? "-"}: {Wire.Word(m.Kind)}"));
        return checks
            ? Verdict.No(RefusalCode.ConsentMissing, $"Before you can approve, these consents have to be here and accepted by you: {list}. The submitter can attach them.")
            : Verdict.No(RefusalCode.ConsentMissing, $"Yours would be the last approval, but consents are still missing or unchecked: {list}. Please decide once they are here.");
    }

    private static IEnumerable<Event> No(RequestState state, Ask ask, Command.Decide command)
    {
        var settled = Settle(state, ask).ToList();
        var tally = Tally.Of(state, command.Stamp.At).With(ask.Seat, yes: false);
        var isOver = state.Stage!.Rejection == Rejection.Closes || tally.IsLost;
        return isOver ? settled.Concat(End(state, new Outcome(OutcomeKind.Rejected, [], null, command.Decision.Comment), settled)) : settled;
    }

    private static IEnumerable<Event> Yes(RequestState state, Ask ask, Command.Decide command)
    {
        var settled = Settle(state, ask).ToList();
        var tally = Tally.Of(state, command.Stamp.At).With(ask.Seat, yes: true);
        return tally switch
        {
            { IsComplete: true } => settled.Concat(Advancing.Complete(state, ask, command.Decision, command.Stamp.At)),
            { IsLost: true } => settled.Concat(End(state, Closing.Lost(state, tally), settled)),
            _ => settled,
        };
    }

    private static IReadOnlyList<Event> End(RequestState state, Outcome outcome, IReadOnlyList<Event.AskRetired> settled) =>
        Closing.With(state, outcome, [.. settled.Select(retired => retired.Ask)]);

    // The seat has its answer: whoever else was asked for it need not answer any more.
    private static IEnumerable<Event.AskRetired> Settle(RequestState state, Ask ask) =>
    [
        new Event.AskRetired(ask.Number, RetirementReason.Decided),
        .. state.OpenAsks.Where(a => a.Seat == ask.Seat && a.Number != ask.Number)
            .Select(a => new Event.AskRetired(a.Number, RetirementReason.SeatDecided)),
    ];
}
