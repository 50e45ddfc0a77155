using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Following;

/// <summary>Where a request stands, said to its submitter: roles without names, and what it means for the work.</summary>
public static class SubmitterWords
{
    /// <summary>Whom it waits for.</summary>
    public static Text Now(RequestState request) => request.Status switch
    {
        RequestStatus.Submitted => $"Your declaration is being checked against the production's policy.",
        RequestStatus.Assessed when request.Vacancy is not null => $"Nobody could be found to decide it yet. The people who run this service have been told.",
        RequestStatus.Assessed => $"The people who have to be asked are being found.",
        RequestStatus.Deciding => $"It is with {Phrase.And([.. request.OpenAsks.Select(a => a.Seat).Distinct().Select(s => StateWords.SeatTitle(request, s))])}.",
        RequestStatus.AwaitingInfo => $"It waits for you.",
        RequestStatus.Closed => StateWords.Now(request),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    /// <summary>Where it stands, as a label.</summary>
    public static Text Label(RequestState request) => (StandingWords.Granted(request), request.Outcome) switch
    {
        ({ } approval, _) => StandingWords.Name(approval),
        (_, { } outcome) => StateWords.Name(outcome.Kind),
        _ => StateWords.Name(request.Status),
    };

    /// <summary>What the tier means for them.</summary>
    public static Text Meaning(Tier tier) => tier switch
    {
        Tier.Notify => $"Nothing sensitive was found. You get an acknowledgement.",
        Tier.Review => $"Something in it needs a person's judgement. Wait for the answer.",
        Tier.Written => $"It needs written approval by everybody named below. Do not start before you have it.",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    /// <summary>What they may do now that it is over.</summary>
    public static Text WhatNow(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Acknowledged => $"You can go on as declared. If the tool, the material or the purpose changes, declare it again.",
        OutcomeKind.Approved => $"You can go on as declared, under the conditions stated. If the tool, the material or the purpose changes, declare it again.",
        OutcomeKind.Rejected => $"It may not be done as declared. If you can do it differently, declare that as a new request.",
        OutcomeKind.Expired => $"Nothing is approved. You can declare it again; if it is urgent, speak to your contact first.",
        OutcomeKind.Withdrawn => $"Nothing more happens with it. You can declare it again at any time.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What an approval means for them now.</summary>
    public static Text WhatNow(GrantedApproval approval) => approval.Standing == Standing.InForce
        ? WhatNow(approval.Outcome.Kind)
        : StandingWords.Meaning(approval);

    /// <summary>The class of the stylesheet for where it stands.</summary>
    public static string Look(RequestState request) => (request.Status, request.Outcome?.Kind) switch
    {
        (RequestStatus.AwaitingInfo, _) => "waiting",
        _ when StandingWords.Granted(request) is { } approval => Look(approval),
        (_, OutcomeKind.Rejected or OutcomeKind.Expired) => "bad",
        _ => "open",
    };

    /// <summary>The class of the stylesheet for an approval.</summary>
    public static string Look(GrantedApproval approval) => approval.Standing switch
    {
        Standing.InForce => "good",
        Standing.Suspended => "waiting",
        _ => "bad",
    };
}
