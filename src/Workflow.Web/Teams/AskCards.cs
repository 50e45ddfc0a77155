using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;
using Workflow.Web.Review.Acts;
using Workflow.Web.Review.Notices;
using Workflow.Web.Teams.Cards.Asks;

namespace Workflow.Web.Teams;

/// <summary>The card of an ask as its person sees it now, made from the stream alone: an older card's data is never read back.</summary>
public sealed class AskCards(
    Clearance clearance, LinkTokens links, PublicAddress site, IDirectory directory, NoticeDesk notices, TimeProvider clock)
{
    /// <summary>For the person asked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ask">Theirs.</param>
    /// <param name="user">The channel's id of them, for whom the card refreshes itself; null where it is not known.</param>
    /// <param name="notice">What has just happened; null when nothing has.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<OutgoingCard> OfAsync(RequestState request, Ask ask, string? user, Text? notice, CancellationToken cancellationToken) =>
        ComposeAsync(request, ask, view => view with { User = user, Notice = notice }, cancellationToken);

    /// <summary>What they wanted to do once more, with what they typed, what is wrong with it, and the one-time code where it is needed.</summary>
    internal Task<OutgoingCard> AgainAsync(RequestState request, Ask ask, string? user, Typed typed, Text? notice, CancellationToken cancellationToken) =>
        ComposeAsync(request, ask, view => view with { User = user, Typed = typed, Notice = notice }, cancellationToken);

    /// <summary>For anybody else.</summary>
    internal static OutgoingCard ForOthers(RequestState request) => AskCard.ForBystander(request);

    /// <summary>Why something was refused. Whose consent is missing is nothing for a card.</summary>
    internal static Text Why(Refusal refusal) => refusal.Code == RefusalCode.ConsentMissing
        ? $"Consents are still missing or unchecked; the page says which."
        : Text.Of(refusal.Text);

    private async Task<OutgoingCard> ComposeAsync(RequestState request, Ask ask, Func<AskView, AskView> with, CancellationToken cancellationToken)
    {
        if (clearance.For(request, Outlet.Teams) is not { } disclosed)
        {
            return ForOthers(request);
        }

        var page = site.Review(links.ForAsk(request.Id, ask.Number, ask.Person.Id));
        var view = new AskView(request, ask, clock.GetUtcNow(), disclosed, links.ForCard(request.Id, ask.Number), page)
        {
            Notices = request.Assessment?.Tier == Tier.Notify && ask.IsOpen
                ? 1 + await notices.BesidesAsync(ask.Person.Id, request.Id, cancellationToken)
                : 1,
        };
        return AskCard.For(with(view with { Colleagues = await ColleaguesAsync(view, cancellationToken) }));
    }

    private async Task<IReadOnlyList<Person>> ColleaguesAsync(AskView view, CancellationToken cancellationToken)
    {
        if (!view.CanDecide || view.Request.Declaration.Production is not { } production)
        {
            return [];
        }

        var colleagues = await directory.ColleaguesAsync(production, cancellationToken);
        return [.. colleagues.Where(p => view.Offers.Try(stamp => Act.HandingOn.ToCommand(stamp, view.Ask, p, comment: null)) is null)];
    }
}
