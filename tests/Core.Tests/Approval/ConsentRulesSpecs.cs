using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Core.Tests.Approval;

public class ConsentRulesSpecs
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static RequestState State(string[] depicted, params Consent[] consents)
    {
        var assessment = Sample.With(Tier.Written, terms: t => t with { Consent = new ConsentDemand("talent", [ConsentKind.Creation, ConsentKind.GuildNotice]) });
        return Story.Assessed(Tier.Written, assessment, Sample.Declaration with { PeopleDepicted = depicted }).State! with { Consents = [.. consents] };
    }

    private static Consent Accepted(string person, ConsentKind kind, DateOnly? from = null, DateOnly? until = null, bool accepted = true) =>
        new(1, Sample.Consent(person, from ?? Today, until, kind), new ConsentCheck(Sample.Deciding(Sample.Eve), Sample.Monday, accepted, null));

    private static IEnumerable<(string?, ConsentKind)> Missing(RequestState state) =>
        ConsentRules.Missing(state, Sample.Monday).Select(m => (m.Person, m.Kind));

    [Fact]
    public void Every_kind_is_demanded_of_everybody_depicted() =>
        Assert.Equal(
            [("Rosa Quill", ConsentKind.Creation), ("Rosa Quill", ConsentKind.GuildNotice), ("Tom Vale", ConsentKind.Creation), ("Tom Vale", ConsentKind.GuildNotice)],
            Missing(State(["Rosa Quill", "Tom Vale"])));

    // Which of them is a minor or deceased no declaration says.
    [Theory]
    [InlineData(ConsentKind.Estate)]
    [InlineData(ConsentKind.Guardian)]
    public void Consent_for_one_of_several_is_demanded_once(ConsentKind kind)
    {
        var assessment = Sample.With(Tier.Written, terms: t => t with { Consent = new ConsentDemand("talent", [kind]) });
        var declaration = Sample.Declaration with { PeopleDepicted = ["Rosa Quill", "Tom Vale"] };
        var state = Story.Assessed(Tier.Written, assessment, declaration).State!;

        Assert.Equal([(null, kind)], Missing(state));
        Assert.Empty(Missing(state with { Consents = [Accepted("Tom Vale", kind)] }));
    }

    [Fact]
    public void Where_nobody_is_named_somebodys_is_demanded()
    {
        Assert.Equal([(null, ConsentKind.Creation), (null, ConsentKind.GuildNotice)], Missing(State([])));
        Assert.Equal([(null, ConsentKind.GuildNotice)], Missing(State([], Accepted("Anybody", ConsentKind.Creation))));
    }

    [Fact]
    public void Nothing_is_demanded_where_the_policy_demands_nothing() =>
        Assert.Empty(ConsentRules.Missing(Story.Asked(Tier.Written, declaration: Sample.Declaration with { PeopleDepicted = ["Rosa Quill"] }).State!, Sample.Monday));

    [Fact]
    public void Nothing_is_demanded_before_the_policy_has_judged() => Assert.Empty(ConsentRules.Missing(Story.Submitted().State!, Sample.Monday));

    [Fact]
    public void Accepted_consent_meets_the_demand_of_its_kind_and_person_alone() =>
        Assert.Equal(
            [("Rosa Quill", ConsentKind.GuildNotice), ("Tom Vale", ConsentKind.Creation), ("Tom Vale", ConsentKind.GuildNotice)],
            Missing(State(["Rosa Quill", "Tom Vale"], Accepted("Rosa Quill", ConsentKind.Creation))));

    [Fact]
    public void Person_is_the_same_in_whatever_case_and_with_space_around() =>
        Assert.Equal([("Rosa Quill ", ConsentKind.GuildNotice)], Missing(State(["Rosa Quill "], Accepted("  ROSA QUILL", ConsentKind.Creation))));

    [Fact]
    public void Unchecked_and_refused_consents_do_not_count() =>
        Assert.Equal(
            2,
            Missing(State(
                ["Rosa Quill"],
                new Consent(1, Sample.Consent("Rosa Quill", Today)),
                Accepted("Rosa Quill", ConsentKind.GuildNotice, accepted: false))).Count());

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 5, true)]
    [InlineData(-5, 0, true)]
    [InlineData(1, 5, false)]
    [InlineData(-5, -1, false)]
    public void Consent_counts_from_its_first_day_to_its_last(int from, int until, bool counts)
    {
        var state = State(["Rosa Quill"], Accepted("Rosa Quill", ConsentKind.Creation, Today.AddDays(from), Today.AddDays(until)));
        Assert.Equal(counts ? 1 : 2, Missing(state).Count());
    }

    [Fact]
    public void Consent_ends_with_its_last_day_and_one_without_never()
    {
        Assert.Equal(Sample.March(3), Sample.Consent("Rosa Quill", until: Today).EndsAt);
        Assert.Null(Sample.Consent("Rosa Quill").EndsAt);
        Assert.Null(Sample.Consent("Rosa Quill", until: DateOnly.MaxValue).EndsAt);
    }

    [Fact]
    public void Evidence_is_demanded_when_it_is_of_a_kind_and_a_person_the_policy_asks_for()
    {
        var state = State(["Rosa Quill"]);
        Assert.True(ConsentRules.IsDemanded(state, Sample.Consent("Rosa Quill")));
        Assert.False(ConsentRules.IsDemanded(state, Sample.Consent("Tom Vale")));
        Assert.False(ConsentRules.IsDemanded(state, Sample.Consent("Rosa Quill", kind: ConsentKind.Use)));
    }

    [Fact]
    public void Approval_holds_until_the_first_demand_is_no_longer_met()
    {
        var approval = Approval(["Rosa Quill", "Tom Vale"]);
        Consent[] consents =
        [
            // Two consents of the same kind: the later end counts.
            Accepted("Rosa Quill", ConsentKind.Creation, until: Today.AddDays(5)), Accepted("Rosa Quill", ConsentKind.Creation, until: Today.AddDays(30)),
            Accepted("Rosa Quill", ConsentKind.GuildNotice), Accepted("Tom Vale", ConsentKind.Creation, until: Today.AddDays(20)), Accepted("Tom Vale", ConsentKind.GuildNotice),
        ];
        Assert.Equal(Sample.March(2).AddDays(21), ConsentRules.HoldUntil(approval, consents));
    }

    [Fact]
    public void Approval_with_consents_without_end_holds_for_ever() => Assert.Null(ConsentRules.HoldUntil(
        Approval(["Rosa Quill"]), [Accepted("Rosa Quill", ConsentKind.Creation), Accepted("Rosa Quill", ConsentKind.GuildNotice)]));

    [Fact]
    public void Approval_whose_consent_was_refused_since_holds_no_longer() => Assert.Equal(
        Sample.Monday,
        ConsentRules.HoldUntil(Approval(["Rosa Quill"]), [Accepted("Rosa Quill", ConsentKind.Creation, accepted: false), Accepted("Rosa Quill", ConsentKind.GuildNotice)]));

    [Fact]
    public void Approval_suspended_for_a_consent_waits_for_nothing_more() => Assert.Null(ConsentRules.HoldUntil(
        Approval(["Rosa Quill"]) with { Suspensions = [SuspensionReason.ConsentEnded] }, []));

    private static GrantedApproval Approval(string[] depicted) =>
        GrantedApproval.Of(State(depicted), Sample.Monday, new Outcome(OutcomeKind.Approved, [], Sample.Monday.AddDays(180), null));
}
