using Core.Tests.Classification;
using Workflow.Core.Classification;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Core.Tests.Policies.Overlays;

public sealed class OverlayReaderSpecs
{
    private static readonly string Replica = "The voice of our lead is cloned for the missing line.";

    [Fact]
    public void Packs_lint_clean_over_the_built_in_policy() => Assert.Empty(Laid.Read(Laid.Packs, []).Problems);

    [Fact]
    public void Overlay_applies_to_its_productions_in_whatever_case()
    {
        var policy = Laid.Sound($"{{file: {Laid.SagAftra}, productions: [The Lantern Coast]}}");

        Assert.NotEmpty(Conditions(policy, "the lantern coast"));
        Assert.Empty(Conditions(policy, "Orbital Winter"));
    }

    // Nobody gets round an overlay by not saying what production it is.
    [Fact]
    public void Use_of_no_named_production_falls_under_every_overlay() =>
        Assert.NotEmpty(Conditions(Laid.Sound($"{{file: {Laid.SagAftra}, productions: [The Lantern Coast]}}"), null));

    [Fact]
    public void Overlay_without_productions_applies_to_all() => Assert.NotEmpty(Conditions(Laid.Sound(Laid.SagAftra), "Orbital Winter"));

    [Fact]
    public void Setting_of_the_policy_takes_the_place_of_the_documents()
    {
        const string Scan = "Our lead actor is scanned in full on Tuesday.";

        Assert.Contains(Conditions(Laid.Sound(Laid.SagAftra), "X", Scan), c => c.Contains("at least 48 hours before", StringComparison.Ordinal));
        Assert.Contains(
            Conditions(Laid.Sound($"{{file: {Laid.SagAftra}, settings: {{scan-notice: 72 hours}}}}"), "X", Scan),
            c => c.Contains("at least 72 hours before", StringComparison.Ordinal));
    }

    [Fact]
    public void Setting_that_the_overlay_has_not_is_an_error_in_the_policy()
    {
        var problem = Assert.Single(Laid.Read([$"{{file: {Laid.SagAftra}, settings: {{scan-notise: 72 hours}}}}"], []).Problems);

        Assert.Equal(("streamer-genai.yaml", "The overlay has no setting 'scan-notise'."), (problem.File, problem.Message));
    }

    [Fact]
    public void Overlay_that_is_not_there_is_an_error_in_the_policy()
    {
        var problem = Assert.Single(Laid.Read(["overlays/moon.yaml"], []).Problems);

        Assert.Equal("The overlay 'overlays/moon.yaml' was not found.", problem.Message);
    }

    [Fact]
    public void Overlay_named_twice_is_an_error()
    {
        var problems = Laid.Read([Laid.California, Laid.California], []).Problems;

        Assert.Contains(problems, p => p is { File: Laid.California, Message: "Two overlays are called 'california'." });
    }

    [Fact]
    public void Stamp_pins_the_overlays()
    {
        var text = BuiltIn.Load(Laid.California);
        var changed = Laid.Read([Laid.California], [text with { Text = text.Text.Replace("70 years", "50 years", StringComparison.Ordinal) }]).Policy!;

        Assert.Equal(3, new[] { BuiltIn.Policy, Laid.Sound(Laid.California), changed }.Select(p => p.Stamp.Sha256).Distinct().Count());
    }

    [Fact]
    public void Words_of_an_overlay_are_translated_like_those_of_the_policy() =>
        Assert.Equal("SAG-AFTRA 2026, mineurs", Laid.All.Translations["fr"]["SAG-AFTRA 2026, minors"]);

    // Each change of a pack leads to one error where it was made; an overlay has no words for less.
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { Laid.SagAftra, "seats:\n  - {role: talent-relations", "seats:\n  - {role: agent", "The role 'agent' is not known." },
        { Laid.SagAftra, "- id: sag-aftra-minor\n", "- id: personal-data-in-words\n", "Two rules are called 'personal-data-in-words'." },
        { Laid.SagAftra, "consent:\n  seat: talent-relations", "consent:\n  seat: legal", "Under the policy 'talent-relations' checks consents." },
        { Laid.SagAftra, "rules: [sag-aftra-deceased]}", "rules: [sag-aftra-dead]}", "There is no rule 'sag-aftra-dead'." },
        { Laid.SagAftra, "{all: [minor, scan]}", "{all: [miner, scan]}", "No signals document knows the concept 'miner'." },
        { Laid.SagAftra, "{scan-notice} before", "{notice} before", "There is no setting 'notice'." },
        { Laid.California, "conditions:", "approval-validity: 4000 days\nconditions:", "Under the policy an approval holds 365 days: an overlay makes nothing laxer." },
        { Laid.California, "rules: [california-deceased]\n", "rules: [california-dead]\n", "There is no rule 'california-dead'." },
        { Laid.California, "settings:", "channels: {}\nsettings:", "'channels' is not known here." },
        { Laid.California, "id: california\n", "", "'id' is missing." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_in_an_overlay_is_reported_there(string pack, string right, string wrong, string message)
    {
        var text = BuiltIn.Load(pack);
        Assert.Contains(right, text.Text, StringComparison.Ordinal);

        var reading = Laid.Read([pack], [text with { Text = text.Text.Replace(right, wrong, StringComparison.Ordinal) }]);

        Assert.Null(reading.Policy);
        Assert.All(reading.Problems, p => Assert.Equal(pack, p.File));
        Assert.Contains(reading.Problems, p => p.Severity is Severity.Error && p.Message == message && p.Remedy.Length > 0);
    }

    private static IEnumerable<string> Conditions(Policy policy, string? production, string? text = null) =>
        (Classifier.Assess(policy, Declared.Saying(text ?? Replica) with { Production = production }, []).Route.Terms.Conditions ?? [])
            .Select(c => c.Text).Where(c => c.Contains("SAG-AFTRA", StringComparison.Ordinal));
}
