using Core.Tests.Policies.Overlays;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Policies;
using Workflow.Core.Policies.Comparison;

namespace Core.Tests.Policies.Comparison;

public sealed class PolicyComparisonSpecs
{
    [Fact]
    public void Same_policy_says_the_same() => Assert.Empty(PolicyComparison.Changes(BuiltIn.Policy, BuiltIn.Policy));

    [Fact]
    public void Rule_that_is_gone_is_laxer_unless_another_says_as_much()
    {
        var rule = BuiltIn.Policy.Rules[0];
        var without = BuiltIn.Policy with { Rules = [.. BuiltIn.Policy.Rules.Skip(1)] };
        var renamed = BuiltIn.Policy with { Rules = [rule with { Id = "renamed" }, .. BuiltIn.Policy.Rules.Skip(1)] };

        Assert.Equal(Direction.Laxer, Assert.Single(PolicyComparison.Changes(BuiltIn.Policy, without)).Direction);
        Assert.Equal(
            [($"rules.{rule.Id}", Direction.Different), ("rules.renamed", Direction.Stricter)],
            PolicyComparison.Changes(BuiltIn.Policy, renamed).Select(c => (c.Part, c.Direction)));
    }

    [Theory]
    [InlineData(Tier.Review, Tier.Written, Direction.Stricter)]
    [InlineData(Tier.Written, Tier.Review, Direction.Laxer)]
    public void Tier_of_a_rule_has_a_direction(Tier was, Tier now, Direction direction)
    {
        Policy With(Tier tier) => BuiltIn.Policy with { Rules = [BuiltIn.Policy.Rules[0] with { Tier = tier }, .. BuiltIn.Policy.Rules.Skip(1)] };

        Assert.Equal(direction, Assert.Single(PolicyComparison.Changes(With(was), With(now))).Direction);
    }

    [Fact]
    public void Rule_for_something_else_may_not_fire_where_it_did()
    {
        var now = BuiltIn.Policy.Rules[0] with { Declared = [new AnswerTest("territory", ["france"])], Sentence = null };
        var change = Assert.Single(PolicyComparison.Changes(BuiltIn.Policy, BuiltIn.Policy with { Rules = [now, .. BuiltIn.Policy.Rules.Skip(1)] }));

        Assert.Equal(Direction.Laxer, change.Direction);
        Assert.StartsWith("It fires for something else", change.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubt_in_other_words_is_the_same_doubt()
    {
        var index = BuiltIn.Policy.Rules.ToList().FindIndex(r => r.Doubt is not null);
        var worded = BuiltIn.Policy with { Rules = [.. BuiltIn.Policy.Rules.Select((r, i) => i == index ? r with { Doubt = "Look." } : r)] };

        Assert.Equal(Direction.Different, Assert.Single(PolicyComparison.Changes(BuiltIn.Policy, worded)).Direction);
    }

    public static TheoryData<string, Func<RouteTemplate, RouteTemplate>, string, Direction> Routes => new()
    {
        { "a longer approval", r => r with { ApprovalValidity = r.ApprovalValidity * 2 }, "routes.review.approval-validity", Direction.Laxer },
        { "a second step", r => r with { SecondStep = true }, "routes.review.second-step", Direction.Stricter },
        { "more handing on", r => r with { DelegationDepth = r.DelegationDepth + 1 }, "routes.review.delegation-depth", Direction.Laxer },
        { "another answer to silence", r => Staged(r, s => s with { OnTimeout = OnTimeout.Acknowledge }), "routes.review.Review.on-timeout", Direction.Laxer },
        { "fewer comments", r => Staged(r, s => s with { CommentOn = [] }), "routes.review.Review.comment-on", Direction.Laxer },
        { "more time", r => Staged(r, s => s with { Service = s.Service * 2 }), "routes.review.Review.service", Direction.Different },
        { "one who suffices", r => Staged(r, s => s with { Quorum = Quorum.Any }), "routes.review.Review.quorum", Direction.Laxer },
        { "a seat more", r => Staged(r, s => s with { Seats = [.. s.Seats, new SeatTemplate("legal", [FindingCode.UnionWork])] }), "routes.review.seats.legal", Direction.Stricter },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public void Change_of_a_route_is_told_with_its_direction(string what, Func<RouteTemplate, RouteTemplate> change, string part, Direction direction)
    {
        var review = BuiltIn.Policy.Routes[Tier.Review];
        var before = WithReview(review with { Stages = [review.Stages[0] with { Name = "Review", Quorum = Quorum.All }] });
        var after = WithReview(change(before.Routes[Tier.Review]));

        var told = Assert.Single(PolicyComparison.Changes(before, after), c => c.Part == part);

        Assert.True(told.Direction == direction, $"{what}: {told}");
    }

    [Fact]
    public void Seat_that_is_asked_for_less_is_laxer()
    {
        var written = BuiltIn.Policy.Routes[Tier.Written];
        var narrow = written with { Stages = [.. written.Stages.Select(s => s with { Seats = [.. s.Seats.Where(x => x.Role != "talent-relations")] })] };

        var changes = PolicyComparison.Changes(BuiltIn.Policy, BuiltIn.Policy with { Routes = Replaced(Tier.Written, narrow) });

        Assert.Contains(changes, c => c.Part == "routes.written.seats.talent-relations" && c.Direction is Direction.Laxer && c.Words.Contains("'digital-replica'", StringComparison.Ordinal));
    }

    [Fact]
    public void Consent_that_is_not_demanded_any_more_is_laxer()
    {
        var written = BuiltIn.Policy.Routes[Tier.Written] with { Consent = null };

        var changes = PolicyComparison.Changes(BuiltIn.Policy, BuiltIn.Policy with { Routes = Replaced(Tier.Written, written) });

        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.Equal(Direction.Laxer, c.Direction));
    }

    [Fact]
    public void Channel_that_carries_more_is_laxer()
    {
        var open = BuiltIn.Policy with { Channels = BuiltIn.Policy.Channels.ToDictionary(c => c.Key, c => (IReadOnlyDictionary<Outlet, Disclosure>)c.Value.ToDictionary(o => o.Key, _ => Disclosure.Full)) };

        var changes = PolicyComparison.Changes(BuiltIn.Policy, open);

        Assert.Contains(changes, c => c.Part == "channels.written.mail");
        Assert.All(changes, c => Assert.Equal(Direction.Laxer, c.Direction));
    }

    // A phrase that exempts is the opposite of one that is listened for.
    [Theory]
    [InlineData("signals/de.yaml", "  replica:\n", "  replica:\n    - klonschaf der darstellerin\n", "signals.de.replica", Direction.Stricter)]
    [InlineData("signals/de.yaml", "  secured-tool:\n", "  secured-tool:\n    - hochgesichertes klonschaf\n", "signals.de.secured-tool", Direction.Laxer)]
    public void Phrases_are_compared_by_what_they_do(string document, string right, string wrong, string part, Direction direction)
    {
        var parts = BuiltIn.Parts.Select(p => p.Name == document ? p with { Text = Replaced(p.Text, right, wrong) } : p);

        var change = Assert.Single(PolicyComparison.Changes(BuiltIn.Policy, PolicyReader.Read(BuiltIn.Document, [.. parts]).Policy!));

        Assert.Equal((part, direction), (change.Part, change.Direction));
        Assert.Contains("klonschaf", change.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_that_is_not_heard_any_more_is_laxer()
    {
        var deaf = BuiltIn.Policy with { Signals = [.. BuiltIn.Policy.Signals.Where(s => s.Language != "ja")] };

        Assert.Equal(("signals", "Languages: 'ja' gone.", Direction.Laxer), Assert.Single(PolicyComparison.Changes(BuiltIn.Policy, deaf)) is var c ? (c.Part, c.Words, c.Direction) : default);
    }

    [Fact]
    public void Learned_model_that_is_not_listened_to_is_laxer()
    {
        var changes = PolicyComparison.Changes(BuiltIn.Policy, BuiltIn.Policy with { Learned = null });

        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.Equal(Direction.Laxer, c.Direction));
    }

    [Fact]
    public void Host_that_declarations_are_sent_to_is_laxer()
    {
        var cleared = BuiltIn.Policy with { Models = [new ModelClearance("ai.studio.example", false, ModelWord.Doubt)] };

        Assert.Equal(Direction.Laxer, Assert.Single(PolicyComparison.Changes(BuiltIn.Policy, cleared)).Direction);
    }

    [Fact]
    public void Overlay_over_fewer_productions_is_laxer()
    {
        var all = Laid.Sound(Laid.California);
        var one = Laid.Sound($"{{file: {Laid.California}, productions: [Orbital Winter]}}");

        Assert.Equal(Direction.Laxer, Assert.Single(PolicyComparison.Changes(all, one)).Direction);
        Assert.Equal(Direction.Stricter, Assert.Single(PolicyComparison.Changes(one, all)).Direction);
    }

    [Fact]
    public void Overlay_makes_nothing_laxer() =>
        Assert.DoesNotContain(PolicyComparison.Changes(BuiltIn.Policy, Laid.All), c => c.Direction is Direction.Laxer);

    [Fact]
    public void What_is_stricter_one_way_is_not_so_the_other()
    {
        var back = PolicyComparison.Changes(Laid.All, BuiltIn.Policy);

        Assert.All(PolicyComparison.Changes(BuiltIn.Policy, Laid.All).Where(c => c.Direction is Direction.Stricter), there =>
            Assert.Contains(back, b => b.Part == there.Part && b.Direction is not Direction.Stricter));
    }

    private static Policy WithReview(RouteTemplate route) => BuiltIn.Policy with { Routes = Replaced(Tier.Review, route) };

    private static Dictionary<Tier, RouteTemplate> Replaced(Tier tier, RouteTemplate route) =>
        BuiltIn.Policy.Routes.ToDictionary(r => r.Key, r => r.Key == tier ? route : r.Value);

    private static RouteTemplate Staged(RouteTemplate route, Func<StageTemplate, StageTemplate> change) => route with { Stages = [.. route.Stages.Select(change)] };

    private static string Replaced(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }
}
