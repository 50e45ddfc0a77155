using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Submitting;
using Workflow.Web.Teams.Cards;
using Workflow.Web.Teams.Cards.Asks;

namespace Web.Tests.Teams.Cards;

/// <summary>Every card that people can get, by name, from requests brought there as the process itself would.</summary>
internal static class Gallery
{
    public const string Handle = "h4ndle";

    private static readonly Uri Page = new("https://approvals.example/review?t=token");

    private static readonly Person Root = Cast.Root;

    /// <summary>The cards of asks that can be answered.</summary>
    public static IReadOnlyList<string> Open { get; } =
    [
        "ask", "ask-full", "ask-notice", "ask-notify", "ask-notify-several", "ask-reminder", "ask-overdue", "ask-handed-on", "ask-hebrew",
        "act-conditions", "act-reject-problem", "act-approve-code", "act-delegate", "waiting",
    ];

    /// <summary>The cards of asks that are settled.</summary>
    public static IReadOnlyList<string> Settled { get; } =
    [
        "settled-mine", "settled-mine-changeable", "settled-elsewhere", "settled-rejected", "settled-handed-on", "settled-stepped-back", "settled-reassigned",
        "settled-restarted", "settled-expired", "settled-withdrawn", "settled-revoked",
    ];

    /// <summary>All others.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "bystander", "letter-question", "letter-alert", "digest", "digest-none", "mine", "mine-none", "status-submitter", "status-approver", "help", "refused",
        "declare", "declare-problems", "declared",
    ];

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Open, .. Settled, .. Others];

    /// <summary>The card of this name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="language">In which it speaks.</param>
    /// <param name="cleared">What the policy clears; null: what the name says, else a summary.</param>
    public static async Task<OutgoingCard> CardAsync(string name, string language, Disclosure? cleared = null)
    {
        var written = name is "ask-notice" or "act-approve-code" or "settled-mine-changeable" or "settled-rejected" or "settled-elsewhere" or "settled-revoked";
        var tier = written ? Tier.Written : name.Contains("notify", StringComparison.Ordinal) || name.StartsWith("digest", StringComparison.Ordinal) ? Tier.Notify : Tier.Review;
        await using var site = await ReviewSite.SubmittedAsync(
            name == "ask-hebrew" ? Cast.Declaration with { Title = "קולות הנמל (סצנה 14)" } : null, language: language);
        await site.AssessAsync(tier);
        await LiveAsync(site, name);
        var request = await site.StateAsync();
        Language.Current = InstalledLanguages.Find(language)!;
        var disclosed = new Disclosed(
            request,
            cleared ?? name switch { "ask-notice" => Disclosure.Notice, "ask-full" or "settled-rejected" or "letter-question" => Disclosure.Full, _ => Disclosure.Summary },
            Outlet.Teams);
        return Compose(name, request, disclosed, site.Clock.GetUtcNow());
    }

    private static OutgoingCard Compose(string name, RequestState request, Disclosed disclosed, DateTimeOffset now)
    {
        AskView View(int ask) => new(request, request.Asks[ask - 1], now, disclosed, Handle, Page) { User = "29:ada", Colleagues = [Cast.Bob, Cast.Cleo] };
        return name switch
        {
            "ask-notify-several" => AskCard.For(View(1) with { Notices = 12 }),
            "act-conditions" => AskCard.For(View(1) with { Typed = Typed("approve-with-conditions", ("conditions", "Only scene 14\nThe lead hears it first")) }),
            "act-reject-problem" => AskCard.For(View(1) with { Typed = Typed("reject") with { Problems = [new FieldProblem("comment", $"Choose to whom.")] } }),
            "act-approve-code" => AskCard.For(View(1) with { Typed = Typed("approve") with { Problems = [new FieldProblem("code", $"Choose to whom.")] }, Notice = $"A code is on its way to {"a…@studio.example"}. It holds for {"10 minutes"}." }),
            "act-delegate" => AskCard.For(View(1) with { Typed = Typed("delegate", ("comment", "You know this voice.")) with { Problems = [new FieldProblem("to", $"Choose to whom.")] } }),
            "ask-handed-on" => AskCard.For(View(2)),
            "settled-elsewhere" => AskCard.For(View(1)),
            "settled-rejected" => AskCard.For(View(2)),
            _ when Open.Contains(name) || Settled.Contains(name) => AskCard.For(View(1)),
            "bystander" => AskCard.ForBystander(request),
            "letter-question" => LetterCard.For(request.Id, SubmitterLetters.InformationNeeded(request, request.Question!, disclosed, Page)),
            "letter-alert" => LetterCard.For(request.Id, AdminLetters.For(request, Alert.SeatUnfilled, "creative", Root, Page)),
            "digest" => DigestCard.For([.. Enumerable.Range(1, 3).Select(i => new NoticeLine($"{Handle}{i}", request, request.Asks[0], disclosed, Page))]),
            "digest-none" => DigestCard.For([]),
            "mine" => MineCard.For([new OpenAsk(request, request.Asks[0], disclosed, Page), new OpenAsk(request, request.Asks[0], disclosed, Page)], now),
            "mine-none" => MineCard.For([], now),
            "status-submitter" => StatusCard.ForSubmitter(request, disclosed, Page),
            "status-approver" => StatusCard.ForApprover(request, request.Asks[0], disclosed, Page),
            "help" => HelpCard.For([new Fact($"{"status GAI-…"}", $"Where it stands:")]),
            "refused" => HelpCard.Saying($"This cannot be done", $"Choose to whom."),
            "declare" => DeclareCard.For(new DeclarationFields(new DeclarationDraft(), ["The Lantern Coast", "Harbour Lights"], []), Page),
            "declare-problems" => DeclareCard.For(
                new DeclarationFields(
                    DeclarationDraft.Of(Cast.Declaration with { Title = "", Tools = [] }, Cast.Sam),
                    ["The Lantern Coast"],
                    [new FieldProblem("title", $"Choose to whom."), new FieldProblem("tools", $"Choose to whom."), new FieldProblem("territory", $"Choose to whom.")]),
                Page),
            "declared" => DeclaredCard.For(request, Page),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such card."),
        };
    }

    private static Typed Typed(string act, params (string Field, string Value)[] values) =>
        new(act, values.ToDictionary(v => Workflow.Web.Teams.Cards.Asks.Typed.Id(act, v.Field), v => v.Value));

    private static async Task LiveAsync(ReviewSite site, string name)
    {
        switch (name)
        {
            case "ask-reminder":
                await WakeAsync(site, TimeSpan.FromHours(26));
                break;
            case "ask-overdue":
                await WakeAsync(site, TimeSpan.FromHours(73));
                break;
            case "ask-handed-on" or "settled-handed-on":
                await site.DoAsync(s => new Command.DelegateTo(s, 1, Cast.Cleo, "You know this voice."), As(Cast.Ada));
                break;
            case "waiting" or "letter-question":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Has the lead\nconsented?", []));
                break;
            case "settled-mine":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.ApproveWithConditions, null, [new Condition("Only scene 14")]));
                break;
            case "settled-mine-changeable":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));
                break;
            case "settled-elsewhere":
                await WakeAsync(site, TimeSpan.FromHours(73));
                await site.DecideAsync(Cast.Cleo, new Decision(DecisionKind.Approve, null, []));
                break;
            case "settled-rejected":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "No consent.", []));
                break;
            case "settled-stepped-back":
                await site.DoAsync(s => new Command.Recuse(s, 1, null), As(Cast.Ada));
                break;
            case "settled-reassigned":
                await site.DoAsync(s => new Command.Reassign(s, "creative", Cast.Bob, "Ada is on leave."), new Actor(ActorKind.Admin, "admin", "Admin", Authentication.AdminKey));
                break;
            case "settled-restarted":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Which scene?", []));
                await site.DoAsync(
                    s => new Command.ProvideInformation(s, "All of them.", Cast.Declaration with { Outputs = "The whole part." }, []),
                    new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));
                await site.AssessAsync(Tier.Written);
                break;
            case "settled-expired":
                for (var i = 0; i < 4; i++)
                    await WakeAsync(site, TimeSpan.FromDays(10));
                break;
            case "settled-withdrawn":
                await site.DoAsync(s => new Command.Withdraw(s, "We do it by hand."), new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));
                break;
            case "settled-revoked":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));
                await site.DecideAsync(Cast.Bob, new Decision(DecisionKind.Approve, null, []));
                await site.DoAsync(s => new Command.Revoke(s, 2, "The consent was forged."), As(Cast.Bob));
                break;
        }
    }

    private static async Task WakeAsync(ReviewSite site, TimeSpan after)
    {
        site.Clock.Advance(after);
        if ((await site.StateAsync()).Outcome is null)
            await site.DoAsync(s => new Command.Wake(s), Actor.System);
    }

    private static Actor As(Person person) => new(ActorKind.Approver, person.Id, person.Name, Authentication.MailedLinkAndCode);
}
