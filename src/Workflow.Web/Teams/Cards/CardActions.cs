using Workflow.Web.Languages;
using Workflow.Web.Teams.Cards.Schema;

namespace Workflow.Web.Teams.Cards;

/// <summary>The buttons of cards.</summary>
internal static class CardActions
{
    /// <summary>Does something here; sent as a message by clients that know no better.</summary>
    public static CardAction Execute(string verb, Text title, ActionData data, string? style = null, bool takesInputs = true)
    {
        var inputs = takesInputs ? null : "none";
        return new CardAction.Execute(verb, data)
        {
            Title = CardWords.Plain(title),
            Style = style,
            AssociatedInputs = inputs,
            Fallback = new CardAction.Submit(data with { Verb = verb }) { Title = CardWords.Plain(title), Style = style, AssociatedInputs = inputs },
        };
    }

    /// <summary>Opens a page.</summary>
    public static CardAction Open(Text title, Uri page) => new CardAction.OpenUrl(page) { Title = CardWords.Plain(title) };

    /// <summary>Unfolds a form.</summary>
    public static CardAction Unfold(Text title, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions) =>
        new CardAction.ShowCard(new AdaptiveCard { Body = body, Actions = actions }) { Title = CardWords.Plain(title) };
}
