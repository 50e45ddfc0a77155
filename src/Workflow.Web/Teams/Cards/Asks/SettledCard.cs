using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Review;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards.Asks;

/// <summary>The card of an ask that can no longer be answered: what was decided, by whom and when, or why nothing is left to do.</summary>
internal static class SettledCard
{
    /// <summary>Composes it; nobody is named in its refresh, so that it stays as it is until we change it.</summary>
    public static OutgoingCard For(AskView view)
    {
        var settled = new SettledAsk(view.Request, view.Ask);
        var title = Title(settled);
        return Room.Fit($"{view.Request.Id}: {view.Disclosed.Subject(title)}", room => Compose(view, settled, title, room));
    }

    private static Text Title(SettledAsk settled) => settled switch
    {
        { IsTheirDoing: true } or { Approval.Standing: not Standing.InForce } => settled.Title,
        { Ask.Retired: RetirementReason.RequestClosed, Request.Outcome: { } outcome } when settled.Ask.Amendment == settled.Request.Amendment => StateWords.Name(outcome.Kind),
        { Ask.Retired: RetirementReason.SeatDecided or RetirementReason.StageCompleted } => $"Decided by somebody else",
        _ => settled.Title,
    };

    private static AdaptiveCard Compose(AskView view, SettledAsk settled, Text title, Room room)
    {
        var (request, disclosed) = (view.Request, view.Disclosed);
        return AskCard.Frame(
            [
                CardWords.Heading(title) with { Color = Color(request) },
                .. view.Notice is { } notice ? [CardWords.Strong(notice)] : Array.Empty<CardElement>(),
                .. CardParts.Body(
                    [
                        new Part.Paragraph(settled.Mine is { } mine
                            ? $"Your decision was taken down on {settled.When(mine.At)}. You need to do nothing more."
                            : Phrase.Sentences([RetirementWords.Reason(request, view.Ask), $"You need to do nothing."])),
                        .. SaysWhereItStands(settled) ? [] : new[] { new Part.Paragraph($"Where it stands: {StateWords.Now(request)}") },
                        .. request.Outcome is { Conditions: { Count: > 0 } conditions } ? [disclosed.List($"The conditions", [.. conditions.Select(c => c.Text)])] : Array.Empty<Part>(),
                        .. settled.Approval is { Standing: not Standing.InForce } over ? Over(over, disclosed) : [],
                        disclosed.Facts(),
                        .. view.Offers.ChangeOfMind ? [new Part.SmallPrint($"Until the others have decided you can give another decision, which takes its place. Both stay in the record.")] : Array.Empty<Part>(),
                    ],
                    room),
                .. AskCard.Section($"Who is asked", disclosed.Colleagues(view.Zone), room),
            ],
            [CardActions.Open(view.Offers.ChangeOfMind ? (Text)$"Change your decision" : $"Open", view.Page)]);
    }

    // Why nothing is left to do, or that it no longer holds, says it already.
    private static bool SaysWhereItStands(SettledAsk settled) =>
        settled.Approval is { Standing: not Standing.InForce } || (settled.Mine is null && settled.Ask.Retired == RetirementReason.RequestClosed && settled.Ask.Amendment == settled.Request.Amendment);

    private static Part[] Over(GrantedApproval approval, Disclosed disclosed) =>
    [
        new Part.Paragraph(StandingWords.Meaning(approval)),
        .. approval.Reason is { } reason ? [disclosed.Words($"The reason", Phrase.Theirs(reason))] : Array.Empty<Part>(),
    ];

    private static string? Color(RequestState request) => (request.Approval?.Standing, request.Outcome?.Kind) switch
    {
        (Standing.Revoked, _) or (_, OutcomeKind.Rejected or OutcomeKind.Expired) => "attention",
        (_, OutcomeKind.Approved or OutcomeKind.Acknowledged) => "good",
        _ => null,
    };
}
