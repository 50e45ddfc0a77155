using System.Globalization;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;
using Workflow.Web.Review.Notices;
using Workflow.Web.Teams.Cards;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams;

/// <summary>The card on which somebody takes note of many requests at once; nothing above tier <c>notify</c> passes here.</summary>
public sealed class NoticeButtons(NoticeDesk notices, LinkTokens links, PublicAddress site, Clearance clearance)
{
    /// <summary>What waits for somebody's notice.</summary>
    public Task<OutgoingCard> ShowAsync(Caller caller, CancellationToken cancellationToken) => CardAsync(caller, said: null, cancellationToken);

    /// <summary>Takes note of those that are ticked, and shows what is left and what was refused.</summary>
    /// <param name="caller">Who pressed.</param>
    /// <param name="press">With what was ticked.</param>
    /// <param name="activity">Names this one press: delivered twice, it is done once.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<OutgoingCard> AcknowledgeAsync(Caller caller, ButtonPress press, string activity, CancellationToken cancellationToken)
    {
        var answers = await notices.AcknowledgeAsync(caller.Person.Id, Authentication.Teams, Ticked(press), $"teams/{activity}", cancellationToken);
        return await CardAsync(caller, Said(answers), cancellationToken);
    }

    // A toggle is named by the handle of its ask and says, when ticked, which revision its person saw.
    private List<NoticeKey> Ticked(ButtonPress press) =>
    [
        .. press.Fields
            .Where(f => f.Value != DigestCard.NotTicked)
            .Select(f => (Link: links.FindCard(f.Key), Seen: f.Value.ToString()))
            .Where(f => f.Link is not null && int.TryParse(f.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(f => new NoticeKey(f.Link!.Request, f.Link.Ask, int.Parse(f.Seen, CultureInfo.InvariantCulture))),
    ];

    private static Text Said(IReadOnlyList<NoticeAnswer> answers)
    {
        var noted = answers.Count(a => a is not NoticeAnswer.Refused);
        var refused = answers.OfType<NoticeAnswer.Refused>().Select(r => (Text)$"{Phrase.Theirs(r.Key.Request.ToString())}: {r.Why}").ToList();
        return answers.Count == 0
            ? $"Nothing was ticked, so nothing was done."
            : Phrase.Sentences([Counted.Of(noted, $"You have taken note of {noted} requests."), .. refused]);
    }

    private async Task<OutgoingCard> CardAsync(Caller caller, Text? said, CancellationToken cancellationToken)
    {
        var list = await notices.OfAsync(caller.Person.Id, cancellationToken);
        return DigestCard.For([.. list.Items.Select(Line).OfType<NoticeLine>()], said);
    }

    private NoticeLine? Line(OpenNotice notice) => clearance.For(notice.Request, Outlet.Teams) is { } disclosed
        ? new NoticeLine(
            links.ForCard(notice.Request.Id, notice.Ask.Number),
            notice.Request,
            notice.Ask,
            disclosed,
            site.Review(links.ForAsk(notice.Request.Id, notice.Ask.Number, notice.Ask.Person.Id)))
        : null;
}
