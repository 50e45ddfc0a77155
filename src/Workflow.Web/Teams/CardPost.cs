using System.Globalization;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.Diagnostics;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards;

namespace Workflow.Web.Teams;

/// <summary>
/// Puts cards before people and keeps them true. Null wherever somebody cannot be reached so: then a mail goes at once,
/// also when Teams merely fails, because a question must not wait for a channel to recover.
/// </summary>
internal sealed partial class CardPost(
    ITeams teams, IAccounts accounts, IPolicies policies, Clearance clearance, AskCards cards, Readers readers, ApprovalDesk desk, ILogger<CardPost> logger)
{
    /// <summary>Puts the question, or brings the card up to date that shows it already and says that it is open again.</summary>
    public async Task<Delivery?> AskAsync(RequestState request, Ask ask, CancellationToken cancellationToken)
    {
        var language = readers.Asked(request, ask);
        if (PlaceOf(request, ask) is { } shown && IsCleared(request))
        {
            return await RefreshAsync(request, ask, shown, $"{request.Id}: the question is open again.", cancellationToken);
        }

        Language.Current = language;
        return await SendAsync(request, ask.Person.Email, () => CardAsync(request, ask, cancellationToken), cancellationToken) is { } place
            ? await CaughtUpAsync(request, ask, place, cancellationToken)
            : null;
    }

    /// <summary>Brings the card up to date; where the policy says so it rings besides.</summary>
    public async Task<Delivery?> RemindAsync(RequestState request, Ask ask, CancellationToken cancellationToken) =>
        PlaceOf(request, ask) is { } shown && IsCleared(request)
            ? await RefreshAsync(request, ask, shown, Rings(request) ? (Text)$"{request.Id}: your decision is still missing." : null, cancellationToken)
            : null;

    /// <summary>Says what a letter says.</summary>
    public async Task<Delivery?> TellAsync(
        RequestState request, Addressee to, Func<Disclosed, Letter> compose, CancellationToken cancellationToken)
    {
        Language.Current = to.Language;
        return clearance.For(request, Outlet.Teams) is { } disclosed
            && await SendAsync(request, to.Email, () => Task.FromResult(LetterCard.For(request.Id, compose(disclosed))), cancellationToken) is { } place
                ? Delivered(place)
                : null;
    }

    /// <summary>Brings every card up to date that shows a question of this request; throws when one could not be.</summary>
    public async Task<Delivery> UpdateAsync(RequestState request, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var ask in teams.IsOpen && IsCleared(request) ? request.Asks : [])
        {
            if (PlaceOf(request, ask) is { } place)
            {
                try
                {
                    Language.Current = readers.Asked(request, ask);
                    await teams.UpdateAsync(place, await CardAsync(request, ask, cancellationToken), cancellationToken);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    // One chat that fails must not keep the others from the truth; the next attempt repeats them all.
                    failures.Add(e);
                }
            }
        }

        if (failures is [var first, ..])
        {
            throw new InvalidOperationException("Not every card could be brought up to date.", first);
        }

        return new Delivery(Delivery.TeamsChannel, Reference: null, Failure: null);
    }

    /// <summary>Where the card stands that shows a question; null when none does.</summary>
    public static CardPlace? PlaceOf(RequestState request, Ask ask)
    {
        var asked = $"/{new Effect.PutAsk(ask.Number).Kind}";
        return request.Deliveries
            .Where(d => d.Value.Channel == Delivery.TeamsChannel && d.Key.Value.EndsWith(asked, StringComparison.Ordinal))
            .OrderBy(d => int.Parse(d.Key.Value.Split('/')[1], CultureInfo.InvariantCulture))
            .Select(d => CardPlace.Parse(d.Value.Reference))
            .LastOrDefault();
    }

    private async Task<CardPlace?> SendAsync(RequestState request, string email, Func<Task<OutgoingCard>> compose, CancellationToken cancellationToken)
    {
        if (!teams.IsOpen || !IsCleared(request) || await accounts.AccountAtAsync(email, cancellationToken) is not { } account)
        {
            return null;
        }

        try
        {
            return await teams.SendAsync(account, await compose(), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSent(logger, request.Id.ToString(), FailureText.Of(e));
            return null;
        }
    }

    private async Task<Delivery?> RefreshAsync(RequestState request, Ask ask, CardPlace place, Text? ring, CancellationToken cancellationToken)
    {
        Language.Current = readers.Asked(request, ask);
        try
        {
            return await teams.UpdateAsync(place, await CardAsync(request, ask, cancellationToken), cancellationToken)
                && (ring is null || await teams.PingAsync(place, ring.ToString(), cancellationToken))
                    ? Delivered(place)
                    : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSent(logger, request.Id.ToString(), FailureText.Of(e));
            return null;
        }
    }

    // Between reading the request and the card's arrival others may have decided, and whoever brought the cards up to
    // date then did not know of this one.
    private async Task<Delivery> CaughtUpAsync(RequestState before, Ask ask, CardPlace place, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(before.Id, cancellationToken) is { } now && now.Version != before.Version)
        {
            await RefreshAsync(now, now.Asks[ask.Number - 1], place, ring: null, cancellationToken);
        }

        return Delivered(place);
    }

    private async Task<OutgoingCard> CardAsync(RequestState request, Ask ask, CancellationToken cancellationToken)
    {
        var account = await accounts.AccountAtAsync(ask.Person.Email, cancellationToken);
        var user = account is null ? null : await teams.UserOfAsync(account, cancellationToken);
        return await cards.OfAsync(request, ask, user, notice: null, cancellationToken);
    }

    private bool IsCleared(RequestState request) => clearance.For(request, Outlet.Teams) is not null;

    private bool Rings(RequestState request) =>
        request.Assessment is { } assessment && policies.Find(assessment.Policy)?.Pings.Contains(assessment.Tier) is true;

    private static Delivery Delivered(CardPlace place) => new(Delivery.TeamsChannel, place.ToString(), Failure: null);

    [LoggerMessage(1, LogLevel.Warning, "Teams did not take a card for {Request}: {Reason}. A mail goes instead.")]
    private static partial void LogNotSent(ILogger logger, string request, string reason);
}
