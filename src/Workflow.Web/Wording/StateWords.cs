using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Where a request stands and how it ended, in words.</summary>
public static class StateWords
{
    /// <summary>Where it stands now, in a sentence that names whom it waits for; of an approval, whether it still holds.</summary>
    public static Text Now(RequestState request) => request.Status switch
    {
        RequestStatus.Submitted => $"It is being checked against the policy.",
        RequestStatus.Assessed when request.Vacancy is { } vacancy =>
            $"Nobody could be found for {Phrase.And([.. vacancy.Roles.Select(r => SeatTitle(request, r))])}; the admins have been told.",
        RequestStatus.Assessed => $"The people who have to be asked are being found.",
        RequestStatus.Deciding => $"Waiting for {Phrase.And(WaitingFor(request))}.",
        RequestStatus.AwaitingInfo => $"Waiting for {request.Submission.Submitter.Name} to answer a question.",
        RequestStatus.Closed when StandingWords.Granted(request) is { } approval => StandingWords.Meaning(approval),
        RequestStatus.Closed => Ended(request.Outcome!),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    /// <summary>How it ended, in a sentence.</summary>
    public static Text Ended(Outcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Acknowledged => $"It was acknowledged: the work may go on as declared.",
        OutcomeKind.Approved when outcome.Conditions.Count > 0 => $"It was approved under conditions.",
        OutcomeKind.Approved => $"It was approved.",
        OutcomeKind.Rejected => $"It was rejected: it may not be done.",
        OutcomeKind.Expired => $"It expired without a decision: nothing is approved.",
        OutcomeKind.Withdrawn => $"It was withdrawn by the submitter.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The outcome as a label.</summary>
    public static Text Name(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Acknowledged => $"Acknowledged",
        OutcomeKind.Approved => $"Approved",
        OutcomeKind.Rejected => $"Rejected",
        OutcomeKind.Expired => $"Expired",
        OutcomeKind.Withdrawn => $"Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The status as a label.</summary>
    public static Text Name(RequestStatus status) => status switch
    {
        RequestStatus.Submitted => $"Being checked",
        RequestStatus.Assessed => $"Finding people",
        RequestStatus.Deciding => $"Being decided",
        RequestStatus.AwaitingInfo => $"Waiting for information",
        RequestStatus.Closed => $"Closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>A role of any stage by the title that people read; a role that the route does not know is given back.</summary>
    public static Text SeatTitle(RequestState request, string role) =>
        PolicyWords.Of(Seats(request.Assessment).FirstOrDefault(s => s.Role == role)?.Title ?? role);

    private static Text[] WaitingFor(RequestState request) =>
        [.. request.OpenAsks
            .GroupBy(a => a.Seat)
            .Select(g => Waiting(SeatTitle(request, g.Key), Phrase.Or([.. g.Select(a => a.Person.Name)])))];

    private static Text Waiting(Text seat, Text people) => $"{seat} ({people})";

    private static IEnumerable<Seat> Seats(Assessment? assessment) =>
        assessment?.Route.Stages.SelectMany(s => s.Seats) ?? [];
}
