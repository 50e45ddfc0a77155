using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Asks;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>The receipt of a declaration, in the place of the form.</summary>
internal static class DeclaredCard
{
    /// <summary>Composes it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="page">The submitter's page.</param>
    public static OutgoingCard For(RequestState request, Uri page) => Room.Fit(
        $"{request.Id}: {(Text)$"We have your declaration"}",
        room => AskCard.Frame(
            [
                CardWords.Heading($"We have your declaration"),
                .. CardParts.Body(
                    [
                        new Part.Facts(new Fact($"Request", $"{request.Id}"), new Fact($"Status", StateWords.Name(request.Status))),
                        new Part.Paragraph($"Please do not start before you have the answer."),
                    ],
                    room),
            ],
            [CardActions.Open($"See where it stands", page)]));
}
