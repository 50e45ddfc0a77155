using System.Text;
using CsCheck;
using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Submitting;
using Workflow.Web.Teams.Cards;
using Workflow.Web.Teams.Cards.Asks;

namespace Web.Tests.Teams.Cards;

/// <summary>What people write neither becomes markup of a card nor makes it too large.</summary>
public sealed class HostileWordsTests
{
    private static readonly Uri Page = new("https://approvals.example/review?t=" + new string('t', 300));

    private static readonly string[] Acts = ["approve", "approve-with-conditions", "reject", "ask-for-information", "delegate", "recuse"];

    private static readonly string[] Fields = ["comment", "conditions", "question", "to", "code"];

    private static readonly string[] Pieces = ["\"", "\\", "<a>", "שלום ", "漢字", "🎬", "é", "}}{{DATE(2017-02-14T06:00:00Z)}}"];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Const("[click](http://evil.example) **now** _please_\n- one\n1. two\n# three ![x](http://evil.example/x.png)"),
        Gen.OneOf([.. Pieces.Select(piece => Gen.Const(piece))]).Array[1, 4].Select(string.Concat)
            .SelectMany(piece => Gen.Int[1, DeclarationLimits.Text / piece.Length].Select(times => new StringBuilder().Insert(0, piece, times).ToString())));

    [Theory]
    [InlineData("[click](http://evil.example)")]
    [InlineData("**bold** _soft_")]
    [InlineData("![x](http://evil.example/x.png)")]
    [InlineData("- one\r- two")]
    public async Task Title_is_never_where_clients_read_markdown(string title)
    {
        var card = await AskedAsync(Cast.Declaration with { Title = title }, Disclosure.Full);

        Assert.DoesNotContain(CardTree.Of(card, "TextBlock"), block => CardTree.Text(block, "text")!.Contains(title, StringComparison.Ordinal));
        Assert.Contains(CardTree.Of(card, "TextRun"), run => CardTree.Text(run, "text")!.Contains(title, StringComparison.Ordinal));
        Assert.Empty(CardTree.Of(card, "FactSet"));
    }

    [Fact]
    public async Task Title_that_clients_would_read_as_a_date_is_kept_from_being_one()
    {
        var card = await AskedAsync(Cast.Declaration with { Title = "{{DATE(2017-02-14T06:00:00Z)}}" }, Disclosure.Full);

        Assert.DoesNotContain("{{DATE", card.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("{{DATE", card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_written_the_other_way_round_is_set_apart_from_the_sentence()
    {
        var card = await Gallery.CardAsync("ask-hebrew", "en");

        Assert.Contains(CardTree.Of(card, "TextRun"), run => CardTree.Text(run, "text") == " \u2068קולות הנמל (סצנה 14)\u2069");
    }

    [Fact]
    public async Task No_card_is_larger_than_a_channel_takes_whatever_people_write()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.ApproveWithConditions, "?", [new Condition("?")]));
        var settled = await site.StateAsync();
        var open = await OpenAsync(Cast.Declaration);

        Words.Select(Words, Words, Words).Sample((title, text, name, typed) =>
        {
            foreach (var state in new[] { open, settled })
            {
                var request = Rewritten(state, title, text, name);
                Language.Current = InstalledLanguages.Find("fr")!;
                Assert.All(All(request, typed), Fits);
            }
        }, iter: 60);
    }

    [Fact]
    public async Task Digest_shows_as_many_notices_as_fit_and_says_how_many_more_there_are()
    {
        var request = Rewritten(await OpenAsync(Cast.Declaration), new string('t', DeclarationLimits.Title), "?", "?");
        var notices = Enumerable.Range(0, 400).Select(i => new NoticeLine($"{i}", request, request.Asks[0], new Disclosed(request, Disclosure.Summary, Outlet.Teams), Page)).ToList();
        Language.Current = Language.English;

        var card = DigestCard.For(notices);

        Fits(card);
        var shown = CardTree.Of(card, "Input.Toggle").Count;
        Assert.InRange(shown, 3, 50);
        Assert.Contains(CardTree.Of(card, "TextRun"), run => CardTree.Text(run, "text") == $"{400 - shown} more are shown once these are acknowledged.");
    }

    private static void Fits(OutgoingCard card) => Assert.InRange(Encoding.UTF8.GetByteCount(card.Json), 1, OutgoingCard.MaxBytes);

    private static IEnumerable<OutgoingCard> All(RequestState request, string typed)
    {
        var disclosed = new Disclosed(request, Disclosure.Full, Outlet.Teams);
        var view = new AskView(request, request.Asks[0], Cast.Monday, disclosed, "handle", Page) { User = "29:ada", Colleagues = [.. Enumerable.Repeat(Cast.Bob, 200)] };
        yield return AskCard.For(view);
        foreach (var act in Acts)
        {
            var values = Fields.ToDictionary(f => Typed.Id(act, f), _ => typed);
            yield return AskCard.For(view with { Typed = new Typed(act, values) { Problems = [new FieldProblem("comment", $"Choose to whom.")] } });
        }

        yield return LetterCard.For(request.Id, SubmitterLetters.Received(request, disclosed, Page));
        yield return DigestCard.For([.. Enumerable.Repeat(new NoticeLine("handle", request, request.Asks[0], disclosed, Page), 60)]);
        yield return MineCard.For([.. Enumerable.Repeat(new OpenAsk(request, request.Asks[0], disclosed, Page), 60)], Cast.Monday);
        yield return StatusCard.ForApprover(request, request.Asks[0], disclosed, Page);
        yield return DeclareCard.For(new DeclarationFields(DeclarationDraft.Of(request.Declaration, Cast.Sam), [.. Enumerable.Repeat(typed[..Math.Min(typed.Length, 200)], 60)], []), Page);
    }

    // As much as the limits allow, and everywhere: what is longer never becomes a request.
    private static RequestState Rewritten(RequestState state, string title, string text, string name)
    {
        var line = PlainText.Shorten(PlainText.Line(title) ?? "?", DeclarationLimits.Title);
        var declaration = state.Declaration with
        {
            Title = line,
            Production = line,
            Description = text,
            PeopleDepicted = [.. Enumerable.Repeat(line, DeclarationLimits.Entries)],
            Tools = [.. Enumerable.Repeat(new Tool(line, line, line, line), DeclarationLimits.Entries)],
        };
        return state with
        {
            Submission = state.Submission with { Declaration = declaration, Submitter = Cast.Sam with { Name = PlainText.Shorten(PlainText.Line(name) ?? "?", DeclarationLimits.Line) } },
            Decisions = [.. state.Decisions.Select(d => d with { Decision = d.Decision with { Comment = text, Conditions = [.. Enumerable.Repeat(new Condition(text), 20)] } })],
            Outcome = state.Outcome is { } outcome ? outcome with { Conditions = [.. Enumerable.Repeat(new Condition(text), 20)] } : null,
        };
    }

    private static async Task<RequestState> OpenAsync(Declaration declaration)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, declaration);
        return await site.StateAsync();
    }

    private static async Task<OutgoingCard> AskedAsync(Declaration declaration, Disclosure cleared)
    {
        var request = await OpenAsync(declaration);
        Language.Current = Language.English;
        return AskCard.For(new AskView(request, request.Asks[0], Cast.Monday, new Disclosed(request, cleared, Outlet.Teams), "handle", Page));
    }
}
