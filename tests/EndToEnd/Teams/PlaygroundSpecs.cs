using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EndToEnd.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Teams;

/// <summary>The bot with a real client of its protocol: cards as people see and press them.</summary>
[Collection(InTheBrowser.Name)]
public sealed partial class PlaygroundSpecs(Chromium chromium) : IAsyncLifetime
{
    private const string Mira = "mira-lindqvist";

    private Site? _site;
    private PlaygroundProcess? _playground;
    private IPage? _page;

    private Site Site => _site!;

    private IPage Page => _page!;

    private string Tenant => _playground!.Playground.Settings["Teams:TenantId"]!;

    public async ValueTask InitializeAsync()
    {
        var browser = chromium.Browser;
        _ = PlaygroundProcess.Program;
        _site = await Site.StartAsync(more: address => (_playground = new PlaygroundProcess(address)).Playground.Settings);
        await _playground!.StartAsync(Mira);

        _page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1300, Height = 1500 } });
        // It would fetch fonts and report what it does; nothing leaves this machine.
        await _page.RouteAsync(url => !url.StartsWith(_playground.Address.ToString(), StringComparison.Ordinal), route => route.AbortAsync());
        await _page.GotoAsync(_playground.Address.ToString());
        await WhenInstalledAsync(Mira);
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
            await _page.CloseAsync();
        if (_playground is not null)
            await _playground.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
    }

    [Fact]
    public async Task Question_arrives_by_itself_and_is_approved_under_conditions_with_a_tap()
    {
        var id = await Site.DeclareAsync("Storyboards for the harbour fire", Declarations.Review);
        await Expect(Page.GetByText("Storyboards for the harbour fire").First).ToBeVisibleAsync();
        await Page.PictureAsync("teams-ask");

        await Button("Approve with conditions").ClickAsync();
        await Box("Conditions").FillAsync("Replaced by our own drawings before the shoot.");
        await Page.PictureAsync("teams-conditions");
        await Button("Approve with conditions").Last.ClickAsync();

        await Expect(Page.GetByText("You approved this with conditions").First).ToBeVisibleAsync();
        await Page.PictureAsync("teams-decided");
        var decided = Assert.Single((await RequestAsync(id)).Decisions);
        Assert.Equal((Mira, Authentication.Teams), (decided.By.Id, decided.By.Authentication));
        Assert.Equal("Replaced by our own drawings before the shoot.", Assert.Single(decided.Decision.Conditions).Text);
        await Expect(Button("Approve")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Card_of_a_second_person_shows_who_has_decided()
    {
        // The Playground plays one person; the other one's chat is its group chat.
        await InstallAsync("gideon-achebe", "group-chat");
        var id = await Site.DeclareAsync("Posters after a painter, for the harbour office", Declarations.Written);
        await Expect(Page.GetByText("Posters after a painter").First).ToBeVisibleAsync();

        await Button("Approve").First.ClickAsync();
        await Button("Mail me a code").ClickAsync();
        await Expect(Page.GetByText("A code is on its way").First).ToBeVisibleAsync();
        await Box("One-time code").FillAsync(await CodeAsync());
        await Page.PictureAsync("teams-code");
        await Button("Approve").Last.ClickAsync();
        await Expect(Page.GetByText("You approved this").First).ToBeVisibleAsync();

        var decided = Assert.Single((await RequestAsync(id)).Decisions);
        Assert.Equal(Authentication.TeamsAndCode, decided.By.Authentication);
        await Site.WhenIdleAsync();
        await Page.GetByRole(AriaRole.Treeitem, new PageGetByRoleOptions { Name = "Group chat" }).ClickAsync();
        await Expect(Page.GetByText("Mira Lindqvist: Approved").First).ToBeVisibleAsync();
        await Page.PictureAsync("teams-colleague");

        // The Playground presses as Mira, whose card this is not.
        await Button("Approve").First.ClickAsync();
        await Expect(Page.GetByText("This card was sent to somebody else").First).ToBeVisibleAsync();
        Assert.Single((await RequestAsync(id)).Decisions);
    }

    [Fact]
    public async Task Late_press_gets_the_reason()
    {
        var id = await Site.DeclareAsync("Storyboards for the harbour fire", Declarations.Review);
        await Expect(Page.GetByText("Storyboards for the harbour fire").First).ToBeVisibleAsync();
        var card = await RequestAsync(id);

        // Somebody else decides while a stale card is still before her: her press comes in as if it had been sent before.
        var handle = Site.Services.GetRequiredService<Workflow.Web.Links.LinkTokens>().ForCard(id, 1);
        await Site.Services.GetRequiredService<ApprovalDesk>().HandleAsync(
            id,
            new Command.Withdraw(
                new Stamp("late", card.ChangedAt.AddMinutes(1), new Actor(ActorKind.Submitter, card.Submission.Submitter.Email, "Lou", Authentication.MailedLink)), "Not needed any more."),
            TestContext.Current.CancellationToken);
        await _playground!.ForwardAsync(await ActivityAsync(Mira, "personal-chat", activity =>
        {
            activity["type"] = "message";
            activity["value"] = new JsonObject { ["verb"] = "approve", ["ask"] = handle, ["amendment"] = 1 };
        }));

        await Expect(Page.GetByText("This request was withdrawn by its submitter").First).ToBeVisibleAsync();
        await Page.PictureAsync("teams-late");
        Assert.Empty((await RequestAsync(id)).Decisions);
    }

    [Fact]
    public async Task Bot_tells_what_waits_and_what_it_can_do()
    {
        await Site.DeclareAsync("Storyboards for the harbour fire", Declarations.Review);
        await Expect(Page.GetByText("Storyboards for the harbour fire").First).ToBeVisibleAsync();

        await SayAsync("my approvals");
        await Expect(Page.GetByText("1 question waits for you").First).ToBeVisibleAsync();
        await SayAsync("approve everything");
        await Expect(Page.GetByText("I did not understand that.").First).ToBeVisibleAsync();
        await Page.PictureAsync("teams-talk");
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits { get; }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private ILocator Box(string label) => Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = label });

    private async Task SayAsync(string text)
    {
        await Page.GetByRole(AriaRole.Textbox).Last.FillAsync(text);
        await Button("Send Message").ClickAsync();
    }

    private async Task<string> CodeAsync()
    {
        var mailbox = Site.Services.GetRequiredService<IDevMailbox>();
        var head = (await mailbox.ListAsync(CancellationToken.None)).First(m => m.To == "mira.lindqvist@streamer.example" && m.Subject.Contains("code", StringComparison.Ordinal));
        return SixDigits.Match((await mailbox.ReadAsync(head.Id, CancellationToken.None))!.Text).Value;
    }

    private async Task<RequestState> RequestAsync(RequestId id) =>
        (await Site.Services.GetRequiredService<ApprovalDesk>().FindAsync(id, TestContext.Current.CancellationToken))!;

    private async Task<string> AccountOfAsync(string person) =>
        (await Site.Services.GetRequiredService<IAccounts>().AccountAtAsync($"{person.Replace('-', '.')}@streamer.example", CancellationToken.None))!;

    private async Task InstallAsync(string person, string chat)
    {
        await _playground!.ForwardAsync(await ActivityAsync(person, chat, activity =>
        {
            activity["type"] = "installationUpdate";
            activity["action"] = "add";
        }));
        await WhenInstalledAsync(person);
    }

    private async Task WhenInstalledAsync(string person)
    {
        var (conversations, account) = (Site.Services.GetRequiredService<IConversations>(), await AccountOfAsync(person));
        await Patience.UntilAsync(async () => await conversations.FindAsync(Tenant, account, CancellationToken.None) is not null);
    }

    private async Task<JsonObject> ActivityAsync(string person, string chat, Action<JsonObject> with)
    {
        var activity = new JsonObject
        {
            ["id"] = $"forwarded-{person}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = _playground!.Playground.Connector.ToString(),
            ["from"] = new JsonObject { ["id"] = $"29:{person}", ["aadObjectId"] = await AccountOfAsync(person) },
            ["conversation"] = new JsonObject { ["id"] = chat, ["conversationType"] = "personal", ["tenantId"] = Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
        with(activity);
        return activity;
    }
}
