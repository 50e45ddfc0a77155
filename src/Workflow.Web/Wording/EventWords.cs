using System.Diagnostics;
using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.People;

namespace Workflow.Web.Wording;

/// <summary>Says what happened to a request as a person would say it, such as "Asked Ada Ferris for legal".</summary>
public static class EventWords
{
    /// <summary>One sentence without a full stop; plain text, to be encoded where it is shown. Throws on an event it does not know.</summary>
    /// <param name="e">What happened.</param>
    /// <param name="asks">Every ask of the request, by whose number events name a person.</param>
    public static string Of(Event e, IReadOnlyList<Ask> asks) => e switch
    {
        Event.RequestSubmitted s => $"Submitted by {s.Submission.Submitter.Name} ({ChannelWord(s.Submission.Channel)})",
        Event.CompletionRequested c => $"The submitter was asked to fill in {List(c.Fields)}",
        Event.RequestAssessed a =>
            $"Judged: tier {Word(a.Assessment.Tier)}, {Count(a.Assessment.Findings.Count, "finding")}, "
            + $"{Count(a.Assessment.Doubts.Count, "doubt")}, policy {a.Assessment.Policy.Id} {a.Assessment.Policy.Version}",
        Event.RouteRestarted r =>
            $"New facts raised the tier from {Word(r.From)} to {Word(r.To)}: the route starts again, earlier decisions no longer count",
        Event.StageReached s => $"Stage {s.Stage + 1} was reached",
        Event.PeopleRecorded p => $"The directory named who may fill stage {p.Stage + 1}: {List(p.Staffing.Select(Seat))}",
        Event.SeatsUnfilled s => $"Nobody entitled can fill {List(s.Roles)} in stage {s.Stage + 1}; the directory is asked again",
        Event.PersonAsked p => $"Asked {p.Candidate.Person.Name}{As(p.Candidate.Capacity)} for {p.Seat}",
        Event.PersonReminded p => $"Reminded {Person(p.Ask, asks)}",
        Event.AskOverdue o => $"The time of {Person(o.Ask, asks)} is over; the question stays open",
        Event.AskRetired r => $"{Person(r.Ask, asks)} can no longer answer: {Because(r.Reason)}",
        Event.DecisionMade d => $"{Person(d.Ask, asks)} {Decided(d.Decision)}",
        Event.InformationRequested i => $"{Person(i.Ask, asks)} asked the submitter: “{i.Question}”; the approvers' clocks stand still",
        Event.SubmitterReminded => "Reminded the submitter of the open question",
        Event.InformationProvided p =>
            $"The submitter answered{(p.Declaration is null ? "" : ", revised the declaration")}"
            + (p.Attachments.Count == 0 ? "" : $", added {Count(p.Attachments.Count, "file")}"),
        Event.ClocksResumed => "The approvers' clocks run again",
        Event.StageCompleted s => $"Stage {s.Stage + 1} has its quorum",
        Event.RequestClosed c => $"Closed: {Word(c.Outcome.Kind)}{(c.Outcome.Reason is { } why ? $". {why}" : "")}",
        Event.EffectDelivered d => d.Delivery.Failure is { } failure
            ? $"Gave up to {EffectWords.Of(d.Effect, asks)}: {failure}"
            : $"Done: {EffectWords.Of(d.Effect, asks)} ({d.Delivery.Channel})",
        Event.Stalled s => $"Work that should have been done by now was not, while {Word(s.While)}; the admins were told",
        _ => throw new UnreachableException($"The event {e.GetType().Name} has no words."),
    };

    private static string Person(int number, IReadOnlyList<Ask> asks) =>
        number >= 1 && number <= asks.Count ? $"{asks[number - 1].Person.Name} ({asks[number - 1].Seat})" : $"The person of ask {number}";

    private static string Seat(Staffing staffing) =>
        $"{staffing.Role} ({(staffing.Candidates.Count == 0 ? "nobody" : string.Join(", ", staffing.Candidates.Select(c => c.Person.Name)))})";

    private static string As(Capacity capacity) => capacity switch
    {
        Capacity.Holder => "",
        Capacity.Deputy => " (as deputy)",
        Capacity.Manager => " (as manager)",
        _ => throw new UnreachableException(),
    };

    private static string Because(RetirementReason reason) => reason switch
    {
        RetirementReason.Decided => "they have decided",
        RetirementReason.SeatDecided => "somebody else decided for the same seat",
        RetirementReason.StageCompleted => "the stage has its quorum",
        RetirementReason.RequestClosed => "the request is over",
        RetirementReason.RouteRestarted => "new facts changed what is asked",
        _ => throw new UnreachableException(),
    };

    private static string Decided(Decision decision) => decision.Kind switch
    {
        DecisionKind.Approve => "approved",
        DecisionKind.ApproveWithConditions => $"approved with {Count(decision.Conditions.Count, "condition")}: {List(decision.Conditions)}",
        DecisionKind.Reject => "rejected",
        DecisionKind.AskForInformation => "wants to know more",
        _ => throw new UnreachableException(),
    } + (string.IsNullOrEmpty(decision.Comment) ? "" : $". “{decision.Comment}”");

    private static string ChannelWord(Core.Requests.Channel channel) => channel switch
    {
        Core.Requests.Channel.Form => "by the form",
        Core.Requests.Channel.Api => "by the API",
        Core.Requests.Channel.Email => "by mail",
        _ => throw new UnreachableException(),
    };

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string List(IEnumerable<string> items) => string.Join(", ", items);

    private static string Word<T>(T value)
        where T : struct, Enum => Tokens.Of(value).Replace('-', ' ');
}
