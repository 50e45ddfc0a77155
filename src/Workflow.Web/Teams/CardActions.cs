using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Pages;
using Workflow.Web.Teams.Cards;

namespace Workflow.Web.Teams;

/// <summary>Every button of every card: to whom it goes, and how its card comes back.</summary>
public sealed class CardActions(AskActions asks, DeclareActions declarations, NoticeActions notices, ITeams teams)
{
    private const int MaxId = 120;

    /// <summary><c>Action.Execute</c>: the card comes back in the answer.</summary>
    public async Task<IResult> InvokeAsync(Caller caller, Activity activity, CancellationToken cancellationToken) =>
        CardAction.Read(activity.Value) is { } action && await DoAsync(caller, activity, action, cancellationToken) is { } card
            ? InvokeAnswer.Card(card)
            : InvokeAnswer.Error(StatusCodes.Status400BadRequest, "BadRequest", NotOurs.ToString());

    /// <summary><c>Action.Submit</c>, where a client knows no <c>Action.Execute</c>: the card that was pressed is changed.</summary>
    public async Task<IResult> SubmitAsync(Caller caller, Activity activity, CardAction action, CancellationToken cancellationToken)
    {
        if (await DoAsync(caller, activity, action, cancellationToken) is { } card)
        {
            var changed = activity is { Conversation.Id: { } chat, ReplyToId: { } pressed }
                && await teams.UpdateAsync(new CardPlace(chat, pressed), card, cancellationToken);
            if (!changed)
            {
                await teams.SendAsync(caller.Account, card, cancellationToken);
            }
        }

        return Page.Secure(Results.Ok());
    }

    private static Text NotOurs => $"This card is not one of ours any more. Write “help” to see what can be done.";

    // The channel delivers an activity again under the same id; without one nothing could be done once only.
    private Task<OutgoingCard?> DoAsync(Caller caller, Activity activity, CardAction action, CancellationToken cancellationToken) =>
        (activity.Id, action) switch
        {
            (not { Length: > 0 and <= MaxId }, _) => Task.FromResult<OutgoingCard?>(null),
            ({ } press, { Verb: Verbs.Declare }) => declarations.DoAsync(caller, action, press, cancellationToken),
            ({ } press, { Verb: Verbs.Acknowledge or Verbs.Digest, Handle: null }) => notices.DoAsync(caller, action, press, cancellationToken),
            ({ } press, _) => asks.DoAsync(caller, action, press, cancellationToken),
        };
}
