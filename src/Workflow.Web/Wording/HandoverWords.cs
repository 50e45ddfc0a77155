using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>In whose place somebody is asked.</summary>
public static class HandoverWords
{
    /// <summary>In a sentence, to the person asked; null when they are asked in their own right.</summary>
    public static Text? Reason(RequestState request, Ask ask) => From(request, ask) switch
    {
        { Retired: RetirementReason.Delegated } before => $"{before.Person.Name} handed this on to you.",
        { Retired: RetirementReason.Recused } before => $"{before.Person.Name} stepped back from deciding this; you are asked in their place.",
        { Retired: RetirementReason.Reassigned } before => $"An admin asks you in place of {before.Person.Name}.",
        { AwayUntil: { } until } before => $"{before.Person.Name} is away until {Moment.InZone(until, ask.Person.Calendar.TimeZone)}; you are asked in their place.",
        _ when ask.Candidate.Capacity == Capacity.Assigned => $"An admin has put this question to you.",
        _ => null,
    };

    /// <summary>What the person said who handed it on; null when they said nothing.</summary>
    public static string? Comment(RequestState request, Ask ask) =>
        From(request, ask) is { Retired: RetirementReason.Delegated, Comment: { Length: > 0 } comment } ? comment : null;

    /// <summary>Who is asked in place of somebody: the name, or "somebody else" while nobody is.</summary>
    public static Text To(RequestState request, Ask ask) =>
        request.Asks.FirstOrDefault(a => a.Replaces == ask.Number) is { Person.Name: var name }
            ? Phrase.Theirs(name)
            : (Text)$"somebody else";

    private static Ask? From(RequestState request, Ask ask) => ask.Replaces is { } replaced
        ? request.Asks[replaced - 1]
        : request.Asks.LastOrDefault(a =>
            a.Number < ask.Number && a.Seat == ask.Seat && a.Stage == ask.Stage && a.Amendment == ask.Amendment && a.AwayUntil > ask.AskedAt);
}
