using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Pages;
using Workflow.Web.Teams.Cards;

namespace Workflow.Web.Teams;

/// <summary>What somebody can say to the bot, and what it answers. Whatever it does not understand it answers with what it can do.</summary>
public sealed class BotTalk(ITeams teams, TalkCards cards, NoticeButtons notices)
{
    private static Text Mine => $"my approvals";

    private static Text Status => $"status";

    private static Text Declare => $"declare";

    private static Text Notices => $"notices";

    private static Text Help => $"help";

    private static IReadOnlyList<Fact> Commands =>
    [
        new Fact(Mine, $"the questions that wait for you"),
        new Fact(Notices, $"what waits for you to take note of, all on one card"),
        new Fact($"{Status} GAI-7K3M-Q2XF", $"where a request of yours stands"),
        new Fact(Declare, $"a short declaration of a use"),
        new Fact(Help, $"this card"),
    ];

    /// <summary>Answers a message in the personal chat with whoever wrote it, wherever they wrote it.</summary>
    public async Task<IResult> AnswerAsync(Caller caller, Activity activity, CancellationToken cancellationToken)
    {
        var card = await CardAsync(caller, Said(activity.Text), cancellationToken);
        await teams.SendAsync(caller.Account, card, cancellationToken);
        return Page.Secure(Results.Ok());
    }

    /// <summary>Tells somebody whom the directory does not know that it does not.</summary>
    public async Task<IResult> IntroduceAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is { Type: "message", From.AadObjectId: { Length: > 0 } account })
        {
            await teams.SendAsync(account, HelpCard.Saying($"We have not met", Callers.Unknown), cancellationToken);
        }

        return Page.Secure(Results.Ok());
    }

    private Task<OutgoingCard> CardAsync(Caller caller, string said, CancellationToken cancellationToken) => said switch
    {
        _ when Is(said, Mine) => cards.MineAsync(caller, cancellationToken),
        _ when Is(said, Notices) => notices.ShowAsync(caller, cancellationToken),
        _ when Is(said, Declare) => cards.DeclareAsync(new DeclarationDraft(), [], cancellationToken),
        _ when After(said, Status) is { } rest => cards.StatusAsync(caller, rest, cancellationToken),
        _ => Task.FromResult(HelpCard.For(Commands, said.Length == 0 || Is(said, Help) ? null : (Text)$"I did not understand that.")),
    };

    // In groups a mention stands before what is said.
    private static string Said(string? text)
    {
        var said = text?.Trim() ?? "";
        var mention = said.LastIndexOf("</at>", StringComparison.OrdinalIgnoreCase);
        return (mention < 0 ? said : said[(mention + 5)..]).Trim();
    }

    private static bool Is(string said, Text phrase) => Spoken(phrase).Any(p => said.Equals(p, StringComparison.OrdinalIgnoreCase));

    private static string? After(string said, Text phrase) => Spoken(phrase)
        .Where(p => said.StartsWith(p + " ", StringComparison.OrdinalIgnoreCase))
        .Select(p => said[p.Length..].Trim())
        .FirstOrDefault();

    // English is understood from everybody: it is what colleagues and our pages abroad call it.
    private static IEnumerable<string> Spoken(Text phrase) => [phrase.In(Language.Current), phrase.In(Language.English)];
}
