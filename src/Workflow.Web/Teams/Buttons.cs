using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Pages;
using Workflow.Web.Teams.Cards;

namespace Workflow.Web.Teams;

/// <summary>Every button of every card: to whom it goes, and how its card comes back.</summary>
public sealed class Buttons(AskButtons asks, DeclareButtons declarations, NoticeButtons notices, ITeams teams)
{
    private const int MaxId = 120;

    private static Text NotOurs => $"This card is not one of ours any more. Write “help” to see what can be done.";

    /// <summary><c>Action.Execute</c>: the card comes back in the answer.</summary>
    public async Task<IResult> InvokeAsync(Caller caller, Activity activity, CancellationToken cancellationToken) =>
        ButtonPress.Read(activity.Value) is { } press && await DoAsync(caller, activity, press, cancellationToken) is { } card
            ? InvokeAnswer.Card(card)
            : InvokeAnswer.Error(StatusCodes.Status400BadRequest, "BadRequest", NotOurs.ToString());

    /// <summary><c>Action.Submit</c>, where a client knows no <c>Action.Execute</c>: the card that was pressed is changed.</summary>
    public async Task<IResult> SubmitAsync(Caller caller, Activity activity, ButtonPress press, CancellationToken cancellationToken)
    {
        if (await DoAsync(caller, activity, press, cancellationToken) is { } card)
        {
            var changed = activity is { Conversation.Id: { Length: > 0 } chat, ReplyToId: { Length: > 0 } pressed }
                && await teams.UpdateAsync(new CardPlace(chat, pressed), card, cancellationToken);
            if (!changed)
            {
                await teams.SendAsync(caller.Account, card, cancellationToken);
            }
        }

        return Page.Secure(Results.Ok());
    }

    // The channel delivers an activity again under the same id; without one nothing could be done once only.
    private async Task<OutgoingCard?> DoAsync(Caller caller, Activity activity, ButtonPress press, CancellationToken cancellationToken) =>
        activity.Id is not { Length: > 0 and <= MaxId } id ? null : press.Verb switch
        {
            Verbs.Declare => await declarations.DoAsync(caller, press, id, cancellationToken),
            Verbs.Digest => await notices.ShowAsync(caller, cancellationToken),
            Verbs.AcknowledgeTicked => await notices.AcknowledgeAsync(caller, press, id, cancellationToken),
            _ => await asks.DoAsync(caller, press, id, cancellationToken),
        };
}
