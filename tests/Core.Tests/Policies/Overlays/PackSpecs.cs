using Core.Tests.Classification;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Core.Tests.Policies.Overlays;

/// <summary>What the shipped packs demand, by what crews write.</summary>
public sealed class PackSpecs
{
    [Theory]
    [InlineData("Our lead actor is scanned in full on Tuesday.", "sag-aftra-scan", ConsentKind.GuildNotice)]
    [InlineData("Unsere Hauptdarstellerin wird am Dienstag gescannt.", "sag-aftra-scan", ConsentKind.GuildNotice)]
    [InlineData("We clone the voice of the child who plays the brother.", "sag-aftra-minor", ConsentKind.Guardian)]
    [InlineData("The boy is scanned on the light stage.", "sag-aftra-minor-scanned", ConsentKind.Guardian)]
    [InlineData("We clone the voice of the actor who died in spring.", "sag-aftra-deceased", ConsentKind.Estate)]
    [InlineData("On clone la voix du comédien décédé au printemps.", "sag-aftra-deceased", ConsentKind.Estate)]
    public void Union_pack_demands_written_approval_and_the_consent_of_whoever_can_give_it(string text, string rule, ConsentKind kind)
    {
        var assessment = Classifier.Assess(Laid.Sound(Laid.SagAftra), Declared.Saying(text), []);

        Assert.Equal(Tier.Written, assessment.Tier);
        Assert.Contains(assessment.Findings, f => f.Rule == rule);
        Assert.Contains(kind, assessment.Route.Terms.Consent!.Kinds);
        Assert.Contains(assessment.Route.Stages, s => s.Seats.Any(seat => seat.Role == "talent-relations"));
    }

    [Fact]
    public void Union_pack_wants_notice_of_a_synthetic_performer()
    {
        var assessment = Classifier.Assess(Laid.Sound(Laid.SagAftra), Declared.Harmless with { Use = IntendedUse.Performance }, []);

        Assert.Contains(assessment.Findings, f => f.Rule == "sag-aftra-synthetic-performer");
        Assert.Contains(assessment.Route.Terms.Conditions!, c => c.Text.Contains("significant additional value", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The voice of our lead is cloned for the missing line.", 2)]
    [InlineData("Mood boards of empty deserts.", 0)]
    public void European_pack_notes_the_duty_to_disclose_where_it_may_be_a_deep_fake(string text, int conditions)
    {
        var assessment = Classifier.Assess(Laid.Sound(Laid.EuAiAct), Declared.Saying(text), []);

        Assert.Equal(conditions, (assessment.Route.Terms.Conditions ?? []).Count(c => c.Text.Contains("Article 50(4)", StringComparison.Ordinal)));
    }

    [Fact]
    public void Californian_pack_names_the_years_of_an_estate_as_a_setting()
    {
        var policy = Laid.Sound($"{{file: {Laid.California}, settings: {{estate-years: 40 years}}}}");

        var assessment = Classifier.Assess(policy, Declared.Saying("We clone the voice of the actor who died in spring."), []);

        Assert.Contains(assessment.Route.Terms.Conditions!, c => c.Text.Contains("within 40 years", StringComparison.Ordinal));
    }

    [Fact]
    public void Harmless_use_stays_a_notification_under_all_packs()
    {
        var assessment = Classifier.Assess(Laid.All, Declared.Harmless, []);

        Assert.Equal(Tier.Notify, assessment.Tier);
        Assert.Null(assessment.Route.Terms.Conditions);
    }
}
