using Core.Tests.Approval;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Core.Tests.Classification;

public sealed class ReassessmentTests
{
    private static readonly PolicyStamp Newer = Sample.NewPolicy;

    private static Assessment Found(Assessment assessment, params (FindingCode Code, string Rule)[] found) => assessment with
    {
        Findings = [.. found.Select(f => new Finding(f.Code, f.Rule, "Talent", Tier.Review, [new Evidence("use", "post")]))],
    };

    private static IEnumerable<string> Roles(Assessment assessment) => assessment.Route.Stages.SelectMany(s => s.Seats).Select(s => s.Role);

    [Fact]
    public void Raise_keeps_the_policy_that_judged_first_and_the_higher_tier()
    {
        var raised = Reassessment.Raise(Sample.Assessment(Tier.Review), Sample.Assessment(Tier.Written) with { Policy = Newer });
        Assert.Equal(("1", Tier.Written), (raised.Policy.Version, raised.Tier));
        Assert.Equal("Written", raised.Route.Name);
    }

    [Fact]
    public void Raise_never_lowers() => Assert.Equal(
        (Tier.Written, "Written"),
        Reassessment.Raise(Sample.Assessment(Tier.Written), Sample.Assessment(Tier.Notify)) is var a ? (a.Tier, a.Route.Name) : default);

    [Fact]
    public void Raise_keeps_every_finding_of_both_once()
    {
        var before = Found(Sample.Assessment(Tier.Review), (FindingCode.UnionWork, "a"), (FindingCode.DigitalReplica, "b"));
        var now = Found(Sample.Assessment(Tier.Review), (FindingCode.UnionWork, "a"), (FindingCode.UnionWork, "c"));
        Assert.Equal(["a", "c", "b"], Reassessment.Raise(before, now).Findings.Select(f => f.Rule));
    }

    [Fact]
    public void Raise_keeps_every_doubt_of_both_once()
    {
        static Assessment Doubting(params string[] rules) => Sample.Assessment(Tier.Review) with
        {
            Doubts = [.. rules.Select(r => new Doubt("Unsure.", r, "Principles", Tier.Review, []))],
        };
        Assert.Equal(["y", "z", "x"], Reassessment.Raise(Doubting("x", "y"), Doubting("y", "z")).Doubts.Select(d => d.Rule));
    }

    [Fact]
    public void Raise_keeps_every_consent_and_condition_of_both_once()
    {
        static Assessment Under(Tier tier, ConsentKind[] kinds, params string[] conditions) => Sample.With(tier, terms: t => t with
        {
            Consent = new ConsentDemand("talent", kinds),
            Conditions = [.. conditions.Select(c => new Condition(c))],
        });
        var terms = Reassessment.Raise(
            Under(Tier.Review, [ConsentKind.Creation], "Credit.", "Disclose it."),
            Under(Tier.Written, [ConsentKind.Use, ConsentKind.Creation], "Credit.")).Route.Terms;
        Assert.Equal([ConsentKind.Use, ConsentKind.Creation], terms.Consent!.Kinds);
        Assert.Equal(["Credit.", "Disclose it."], terms.Conditions!.Select(c => c.Text));
    }

    [Fact]
    public void Raise_keeps_what_one_alone_demands()
    {
        var demanding = Sample.With(Tier.Review, terms: t => t with { Consent = new ConsentDemand("talent", [ConsentKind.Use]), Conditions = [new Condition("Credit.")] });
        Assert.All([Reassessment.Raise(demanding, Sample.Assessment(Tier.Written)), Reassessment.Raise(Sample.Assessment(Tier.Written), demanding)], raised =>
        {
            Assert.Equal([ConsentKind.Use], raised.Route.Terms.Consent!.Kinds);
            Assert.Single(raised.Route.Terms.Conditions!);
        });
    }

    [Fact]
    public void Seats_of_the_other_join_the_last_stage_which_goes_on_needing_all()
    {
        var raised = Reassessment.Raise(Sample.Assessment(Tier.Written), Sample.With(Tier.Written, roles: ["legal", "talent"]));
        Assert.Equal(["creative", "legal", "talent"], Roles(raised));
        Assert.Equal(3, raised.Route.Stages[^1].Quorum);
    }

    [Fact]
    public void Stage_that_needs_some_of_its_seats_goes_on_needing_as_many()
    {
        var any = Sample.With(Tier.Review, s => s with { Quorum = 1 }, roles: ["creative", "legal"]);
        Assert.Equal(1, Reassessment.Raise(any, Sample.With(Tier.Review, roles: ["talent"])).Route.Stages[^1].Quorum);
    }

    [Fact]
    public void Renew_takes_the_route_of_the_newer_policy_with_the_seats_of_the_older()
    {
        var renewed = Reassessment.Renew(
            Sample.Assessment(Tier.Written), Sample.With(Tier.Written, terms: t => t with { DelegationDepth = 0 }, roles: ["talent"]) with { Policy = Newer });
        Assert.Equal(("2", 0), (renewed.Policy.Version, renewed.Route.Terms.DelegationDepth));
        Assert.Equal(["talent", "creative", "legal"], Roles(renewed));
    }

    [Fact]
    public void Renew_by_a_policy_that_asks_less_keeps_the_older_route_under_the_newer_stamp()
    {
        var renewed = Reassessment.Renew(Sample.Assessment(Tier.Written), Sample.Assessment(Tier.Notify) with { Policy = Newer });
        Assert.Equal((Tier.Written, "Written", "2"), (renewed.Tier, renewed.Route.Name, renewed.Policy.Version));
    }

    [Fact]
    public void More_is_asked_by_a_higher_tier_or_by_another_role_and_by_nothing_else()
    {
        Assert.True(Reassessment.AsksMore(Sample.With(Tier.Review), Sample.With(Tier.Written, roles: ["creative"])));
        Assert.True(Reassessment.AsksMore(Sample.With(Tier.Written), Sample.With(Tier.Written, roles: ["creative", "legal", "talent"])));
        Assert.False(Reassessment.AsksMore(Sample.With(Tier.Written), Sample.With(Tier.Written, roles: ["legal"])));
    }
}
