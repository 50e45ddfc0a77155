using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Following;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Asks;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>Where one request stands, for somebody who may know.</summary>
internal static class StatusCard
{
    /// <summary>For its submitter: roles without names, and what it means for the work.</summary>
    /// <param name="request">The request.</param>
    /// <param name="disclosed">What the policy clears for Teams.</param>
    /// <param name="page">The submitter's page.</param>
    public static OutgoingCard ForSubmitter(RequestState request, Disclosed disclosed, Uri page) => Compose(
        request,
        SubmitterWords.Label(request),
        [
            new Part.Paragraph(SubmitterWords.Now(request)),
            .. StandingWords.Granted(request) is { } approval ? [new Part.Paragraph(SubmitterWords.WhatNow(approval))] : Array.Empty<Part>(),
            disclosed.Facts(),
        ],
        page);

    /// <summary>For somebody who was asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ask">Theirs.</param>
    /// <param name="disclosed">What the policy clears for Teams.</param>
    /// <param name="page">The page of their ask.</param>
    public static OutgoingCard ForApprover(RequestState request, Ask ask, Disclosed disclosed, Uri page) => Compose(
        request,
        SubmitterWords.Label(request),
        [new Part.Paragraph(StateWords.Now(request)), disclosed.Facts()],
        page,
        disclosed.Colleagues(ask.Person.Calendar.TimeZone));

    private static OutgoingCard Compose(RequestState request, Text label, IReadOnlyList<Part> parts, Uri page, IEnumerable<Part>? asked = null) => Room.Fit(
        $"{request.Id}: {label}",
        room => AskCard.Frame(
            [CardWords.Heading(label), .. CardParts.Body(parts, room), .. AskCard.Section($"Who is asked", asked ?? [], room)],
            [CardActions.Open($"Open", page)]));
}
