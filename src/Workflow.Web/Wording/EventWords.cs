using System.Diagnostics;
using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Web.Wording;

/// <summary>
/// Says what happened to a request as a person would say it, such as "Asked Ada Ferris for Legal". For admins, whose
/// pages are in English.
/// </summary>
public static class EventWords
{
    /// <summary>One sentence without a full stop; plain text, to be encoded where it is shown. Throws on an event it does not know.</summary>
    /// <param name="e">What happened.</param>
    /// <param name="request">To whom it happened: knows the people and seats that events name by number and role.</param>
    public static string Of(Event e, RequestState request) => e switch
    {
        Event.RequestSubmitted s => $"{s.Submission.Submitter.Name} declared it {By(s.Submission.Channel)}",
        Event.CompletionRequested c => $"The submitter was asked to fill in {Phrase.And([.. c.Fields.Select(FieldWords.Label)])}",
        Event.RequestAssessed a =>
            $"Judged as “{TierWords.Name(a.Assessment.Tier)}” with {Count(a.Assessment.Findings.Count, "finding")} and "
            + $"{Count(a.Assessment.Doubts.Count, "doubt")} by {a.Assessment.Policy.Id} {a.Assessment.Policy.Version}",
        Event.RouteRestarted r =>
            $"New facts raised it from “{TierWords.Name(r.From)}” to “{TierWords.Name(r.To)}”: "
            + (r.DecisionsStay ? "the route starts again, and decisions given so far still count" : "everybody is asked again"),
        Event.StageReached s => $"Reached {Stage(s.Stage, request)}",
        Event.PeopleRecorded p => $"Found who may answer for {Phrase.And([.. p.Staffing.Select(s => Filled(s, request))])}",
        Event.SeatsUnfilled s => $"Nobody entitled was found for {Seats(s.Roles, request)}; the admins were told",
        Event.PersonAsked p => $"Asked {p.Candidate.Person.Name}{As(p.Candidate.Capacity)} for {StateWords.SeatTitle(request, p.Seat)}",
        Event.PersonReminded p => $"Reminded {Person(p.Ask, request)}",
        Event.AskOverdue o => $"The time of {Person(o.Ask, request)} ran out; the question stays open",
        Event.TimeExtended t => $"The time of {Person(t.Ask, request)} ran out and nobody can be added; they have the time of the next step, and the admins were told",
        Event.AskRetired r => $"{Person(r.Ask, request)} can no longer answer: {Because(r.Reason)}",
        Event.DecisionMade d => $"{Person(d.Ask, request)} {Said(d.Decision, request)}",
        Event.InformationRequested i => $"{Person(i.Ask, request)} asked the submitter: “{i.Question}”; the approvers' clocks stand still",
        Event.SubmitterReminded => "Reminded the submitter of the open question",
        Event.InformationProvided p => $"The submitter answered{Changes(p)}",
        Event.ClocksResumed => "The approvers' clocks run again",
        Event.StageCompleted s => $"Completed {Stage(s.Stage, request)}",
        Event.RequestClosed c => StateWords.Ended(c.Outcome).ToString().TrimEnd('.') + (c.Outcome.Reason is { } why ? $": “{why}”" : ""),
        Event.EffectDelivered d => d.Delivery.Failure is { } failure
            ? $"Gave up trying to {EffectWords.Of(d.Effect, request)}: {failure}"
            : $"Done: {EffectWords.Of(d.Effect, request)} ({d.Delivery.Channel})",
        Event.DeliveryBounced b => $"A mail came back that was to {EffectWords.Of(b.Effect, request)}: {b.Status}",
        Event.DeliveryRetried r => $"An admin had it tried again to {EffectWords.Of(r.Effect, request)}{(r.Reason is { } reason ? $": “{reason}”" : "")}",
        Event.Stalled s => $"It stood still while “{StateWords.Name(s.While)}”; the admins were told",
        Event.ApproverAway a => $"{Person(a.Ask, request)} is away until {Moment.InZone(a.Until, ZoneOf(request))}; "
            + (a.StoodIn ? "somebody else is asked meanwhile" : "nobody can stand in, and the admins were told"),
        Event.PeopleSought => "The directory was asked again who can fill the vacant seats",
        Event.AskDelegated d => $"{Person(d.Ask, request)} handed the question on{Because(d.Comment)}",
        Event.AskRecused r => $"{Person(r.Ask, request)} stepped back from deciding{Because(r.Comment)}",
        Event.AskReopened r => $"{Person(r.Ask, request)} took their decision back to give another",
        Event.SeatAssigned s => $"Put {s.Candidate.Person.Name} on the seat {StateWords.SeatTitle(request, s.Seat)}{Because(s.Reason)}",
        Event.PersonNudged n => $"Had {Person(n.Ask, request)} reminded{Because(n.Reason)}",
        Event.DeadlineMoved d => $"Gave {(d.Ask is { } ask ? Person(ask, request) : "the submitter")} until "
            + $"{Moment.InZone(d.Clock.Due, ZoneOf(request))}{Because(d.Reason)}",
        Event.ReassessmentOrdered r => $"Had it judged by {r.Policy.Id} {r.Policy.Version}{Because(r.Reason)}; the approvers' clocks stand still",
        _ => AftercareWords.Of(e, request),
    };

    /// <summary>Someone's words behind what they did; nothing when there are none.</summary>
    internal static string Because(string? words) => string.IsNullOrEmpty(words) ? "" : $": “{words}”";

    /// <summary>The person of an ask with their seat.</summary>
    internal static string Person(int number, RequestState request) =>
        number >= 1 && number <= request.Asks.Count
            ? $"{request.Asks[number - 1].Person.Name} ({StateWords.SeatTitle(request, request.Asks[number - 1].Seat)})"
            : $"The person of ask {number}";

    private static string ZoneOf(RequestState request) => request.Assessment?.Route.Terms.Office.TimeZone ?? "UTC";

    private static string Stage(int index, RequestState request) =>
        request.Assessment?.Route.Stages.ElementAtOrDefault(index)?.Name is { } name
            ? $"stage {index + 1}, {name}"
            : $"stage {index + 1}";

    private static string Seats(IReadOnlyList<string> roles, RequestState request) =>
        Phrase.And([.. roles.Select(role => StateWords.SeatTitle(request, role))]).ToString();

    private static string Filled(Staffing staffing, RequestState request) =>
        $"{StateWords.SeatTitle(request, staffing.Role)} ({(staffing.Candidates.Count == 0 ? "nobody" : string.Join(", ", staffing.Candidates.Select(c => c.Person.Name)))})";

    private static string Said(Decision decision, RequestState request)
    {
        var conditions = decision.Conditions.Count == 0 ? "" : ": " + string.Join("; ", decision.Conditions);
        var comment = string.IsNullOrEmpty(decision.Comment) ? "" : $" “{decision.Comment}”";
        return $"{DecisionWords.Done(decision.Kind, request.Assessment?.Tier ?? Tier.Review)}{conditions}{comment}";
    }

    private static string Changes(Event.InformationProvided provided) =>
        (provided.Declaration is null ? "" : ", revised the declaration")
        + (provided.Attachments.Count == 0 ? "" : $", added {Count(provided.Attachments.Count, "file")}")
        + (provided.Text.Length == 0 ? "" : $": “{provided.Text}”");

    private static string As(Capacity capacity) => capacity switch
    {
        Capacity.Holder => "",
        Capacity.Deputy => " (deputy)",
        Capacity.Manager => " (manager)",
        Capacity.OtherRole => " (of another role)",
        Capacity.Delegate => " (delegate)",
        Capacity.Assigned => " (put there by an admin)",
        _ => throw new UnreachableException($"The capacity {capacity} has no words."),
    };

    /// <summary>Why an ask can no longer be answered, as a clause.</summary>
    internal static string Because(RetirementReason reason) => reason switch
    {
        RetirementReason.Decided => "they have decided",
        RetirementReason.SeatDecided => "somebody else decided for the same seat",
        RetirementReason.StageCompleted => "enough of those asked have decided",
        RetirementReason.RequestClosed => "the request is over",
        RetirementReason.RouteRestarted => "new facts changed what is asked",
        RetirementReason.Delegated => "they handed it on",
        RetirementReason.Recused => "they stepped back",
        RetirementReason.Reassigned => "an admin put somebody else in their place",
        RetirementReason.Left => "they have left",
        _ => throw new UnreachableException($"The reason {reason} has no words."),
    };

    private static string By(Channel channel) => channel switch
    {
        Channel.Form => "with the form",
        Channel.Api => "through the API",
        Channel.Teams => "in Teams",
        Channel.Email => "by mail",
        _ => throw new UnreachableException($"The channel {channel} has no words."),
    };

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
