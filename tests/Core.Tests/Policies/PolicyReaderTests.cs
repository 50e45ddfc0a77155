using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Core.Tests.Policies;

public sealed class PolicyReaderTests
{
    [Fact]
    public void Built_in_pack_lints_clean() => Assert.Empty(BuiltIn.Reading.Problems);

    [Fact]
    public void Stamp_names_the_document_and_the_day_its_source_was_read()
    {
        var stamp = BuiltIn.Policy.Stamp;

        Assert.Equal(("streamer-genai", "1.2", new DateOnly(2025, 11, 11)), (stamp.Id, stamp.Version, stamp.SourceRead));
        Assert.Matches("^[0-9a-f]{64}$", stamp.Sha256);
    }

    [Fact]
    public void Stamp_changes_when_a_signals_document_changes()
    {
        var changed = BuiltIn.Parts[0] with { Text = BuiltIn.Parts[0].Text + "\n# one more thought\n" };

        var reading = PolicyReader.Read(BuiltIn.Document, [changed, .. BuiltIn.Parts.Skip(1)]);

        Assert.NotEqual(BuiltIn.Policy.Stamp.Sha256, reading.Policy!.Stamp.Sha256);
    }

    [Fact]
    public void Office_has_the_holidays_of_its_country_and_the_stamp_pins_them()
    {
        Assert.Contains(new DateOnly(2027, 7, 14), BuiltIn.Policy.Office.Holidays);
        var changed = BuiltIn.Parts.Select(p => p.Name == "holidays/fr.yaml" ? p with { Text = p.Text.Replace("07-14", "07-15", StringComparison.Ordinal) } : p);

        var policy = PolicyReader.Read(BuiltIn.Document, [.. changed]).Policy!;

        Assert.DoesNotContain(new DateOnly(2027, 7, 14), policy.Office.Holidays);
        Assert.NotEqual(BuiltIn.Policy.Stamp.Sha256, policy.Stamp.Sha256);
    }

    // Talent and performance; Talent enhancement: a replica to its creation and its use, an alteration as such, nothing else.
    [Theory]
    [InlineData(new[] { FindingCode.DigitalReplica }, new[] { ConsentKind.Creation, ConsentKind.Use })]
    [InlineData(new[] { FindingCode.PerformanceAlteration }, new[] { ConsentKind.Use })]
    [InlineData(new[] { FindingCode.UnionWork, FindingCode.ThirdPartyIp, FindingCode.PersonalData, FindingCode.FinalDeliverable, FindingCode.MisleadingContent }, new ConsentKind[0])]
    public void Built_in_pack_demands_the_consents_that_the_guidance_asks_for(FindingCode[] found, ConsentKind[] kinds)
    {
        var route = BuiltIn.Policy.RouteFor(Tier.Written, found);

        Assert.Equal(kinds, route.Terms.Consent?.Kinds ?? []);
        Assert.All(kinds, _ => Assert.Equal("talent-relations", route.Terms.Consent!.Seat));
    }

    [Theory]
    [InlineData(Tier.Notify)]
    [InlineData(Tier.Review)]
    public void Built_in_pack_demands_no_consent_where_nothing_is_approved_in_writing(Tier tier) =>
        Assert.Null(BuiltIn.Policy.RouteFor(tier, Enum.GetValues<FindingCode>()).Terms.Consent);

    // Each change of the built-in document leads to exactly one error, at the changed words unless said otherwise.
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "finding: third-party-ip\n    tier: written\n    source: Guiding principles, 1\n", "finding: third-party-eyepee\n    tier: written\n    source: Guiding principles, 1\n", "third-party-eyepee", "'third-party-eyepee' is not known here." },
        { "id: p2-open", "id: p2-no", "p2-no", "Two rules are called 'p2-no'." },
        { "tier: review\n    source: Guiding principles, 2\n    declared: {p2: no}", "tier: verbal\n    source: Guiding principles, 2\n    declared: {p2: no}", "verbal", "'verbal' is not known here." },
        { "declared: {p3: no}", "declared: {p3: never}", "never}", "'never' is not an answer to this question." },
        { "declared: {p3: no}", "declared: {p9: no}", "p9: no", "'p9' is not a question of the form." },
        { "declared: {p3: no}", "declared: {p3: []}", "[]}", "This rule can never fire: no answer fits." },
        { "sentence: {all: [replica]}", "sentence: {all: [replica], except: [replica]}", "[replica]}\n  - id: performance-declared", "This rule can never fire: 'replica' is demanded and exempted." },
        { "sentence: {all: [vague]}", "sentence: {all: [vaguer]}", "vaguer]", "No signals document knows the concept 'vaguer'." },
        { "sentence: {all: [vague]}", "sentence: {all: []}", "[]}\n  - id: too-short", "This rule can never fire: it listens for nothing." },
        { "- {role: legal}", "- {role: lawyer}", "lawyer}", "The role 'lawyer' is not known." },
        { "- {role: legal}", "- {role: creative-executive}", "creative-executive}\n          - {role: talent", "The role 'creative-executive' has two seats in this stage." },
        { "time-zone: Europe/Paris", "time-zone: Europe/Atlantis", "Europe/Atlantis", "The time zone 'Europe/Atlantis' is not known." },
        { "end: 18:00", "end: 08:00", "08:00", "The working day ends before it starts." },
        { "service: 24 business hours", "service: 24 hours", "24 hours", "'24 hours' is not known here." },
        { "holidays: [fr]", "holidays: [fx]", "fx]", "The holidays of 'fx' were not found." },
        { "second-step: yes", "second-step: no", "no\n\n# How long", "Written approval needs a second step." },
        { "title: Generative AI in content production", "titel: Generative AI in content production", "titel:", "'titel' is not known here." },
        { "read: 2025-11-11", "read: 11.11.2025", "11.11.2025", "'11.11.2025' is not known here." },
        { "- signals/fr.yaml", "- signals/fi.yaml", "signals/fi.yaml", "The signals document 'signals/fi.yaml' was not found." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_is_reported_at_its_line_and_column(string right, string wrong, string at, string message)
    {
        var text = Replace(BuiltIn.Document.Text, right, wrong);

        var reading = PolicyReader.Read(BuiltIn.Document with { Text = text }, BuiltIn.Parts);

        Assert.Null(reading.Policy);
        var problem = Assert.Single(reading.Problems, p => p.Severity is Severity.Error && p.Message == message);
        Assert.Equal(PlaceOf(text, at, BuiltIn.Document.Text.IndexOf(right, StringComparison.Ordinal)), (problem.Line, problem.Column));
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("written", "on-timeout: expire", "on-timeout: acknowledge", "Silence never approves anything above 'notify'.")]
    [InlineData("review", "on-timeout: expire", "on-timeout: acknowledge", "Silence never approves anything above 'notify'.")]
    [InlineData("written", "quorum: all", "quorum: any", "Written approval needs every seat.")]
    [InlineData("written", "quorum: all", "quorum: 2", "Written approval needs every seat.")]
    [InlineData("review", "quorum: all", "quorum: 2", "2 approvals are demanded of 1 seats.")]
    [InlineData("written", "reminders: [0.5, 0.8]", "reminders: [0.8, 0.5]", "Reminders ascend and lie between 0 and 1.")]
    [InlineData("written", "reminders: [0.5, 0.8]", "reminders: [0.5, 1]", "Reminders ascend and lie between 0 and 1.")]
    [InlineData("notify", "- {role: creative-executive}", "- {role: creative-executive, when: [union-work]}", "It can happen that nobody is asked.")]
    public void Unsafe_route_is_refused(string tier, string right, string wrong, string message)
    {
        var start = BuiltIn.Document.Text.IndexOf($"\n  {tier}:\n    name:", StringComparison.Ordinal);
        var text = BuiltIn.Document.Text[..start] + Replace(BuiltIn.Document.Text[start..], right, wrong);

        var reading = PolicyReader.Read(BuiltIn.Document with { Text = text }, BuiltIn.Parts);

        Assert.Null(reading.Policy);
        Assert.Contains(reading.Problems, p => p.Message == message && p.Line > PlaceOf(text, $"\n  {tier}:", start).Line);
    }

    [Theory]
    [InlineData("    Legal: Service", "    Lawyers: Service", Severity.Error, "Nothing in this policy reads 'Lawyers'.")]
    [InlineData("    Legal: Service juridique\n", "", Severity.Warning, "'Legal' is not translated.")]
    public void Translation_that_does_not_fit_the_policy_is_named(string right, string wrong, Severity severity, string message)
    {
        var text = Replace(BuiltIn.Document.Text, right, wrong);

        var reading = PolicyReader.Read(BuiltIn.Document with { Text = text }, BuiltIn.Parts);

        Assert.Contains(reading.Problems, p => p.Severity == severity && p.Message == message);
    }

    [Fact]
    public void Models_are_cleared_host_by_host_and_for_as_little_as_said()
    {
        var policy = PolicyReader.Read(
            BuiltIn.Document with { Text = BuiltIn.Document.Text + "\nmodels:\n  - {host: AI.studio.example}\n  - {host: b.example, personal-data: yes, raises: finding}\n" }, BuiltIn.Parts).Policy!;

        Assert.Equal(
            [new ModelClearance("ai.studio.example", false, ModelWord.Doubt), new ModelClearance("b.example", true, ModelWord.Finding)],
            policy.Models);
    }

    [Theory]
    [InlineData("- {host: https://ai.studio.example/v1}", "This is not the name of a host.")]
    [InlineData("- {host: a.example}\n  - {host: A.example}", "The host 'a.example' is cleared twice.")]
    [InlineData("- {host: a.example, raises: tier}", "'tier' is not known here.")]
    public void Model_that_is_not_cleared_properly_is_reported(string models, string message) =>
        Assert.Contains(
            PolicyReader.Read(BuiltIn.Document with { Text = $"{BuiltIn.Document.Text}\nmodels:\n  {models}\n" }, BuiltIn.Parts).Problems,
            p => p.Message == message && p.Severity is Severity.Error);

    [Fact]
    public void Missing_route_is_reported_where_it_should_stand()
    {
        var start = BuiltIn.Document.Text.IndexOf("  written:\n    name:", StringComparison.Ordinal);
        var end = BuiltIn.Document.Text.IndexOf("# How long the sender", StringComparison.Ordinal);
        var text = BuiltIn.Document.Text[..start] + BuiltIn.Document.Text[end..];

        var problem = Assert.Single(PolicyReader.Read(BuiltIn.Document with { Text = text }, BuiltIn.Parts).Problems);

        Assert.Equal("Tier 'written' has no route.", problem.Message);
        Assert.Equal(PlaceOf(text, "  notify:\n    name:", 0).Line, problem.Line);
    }

    [Fact]
    public void Missing_source_is_reported()
    {
        var reading = PolicyReader.Read(new DocumentText("p.yaml", "id: x\n"), []);

        Assert.Contains(reading.Problems, p => p is { Line: 1, Column: 1, Message: "'source' is missing." });
    }

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var reading = PolicyReader.Read(new DocumentText("p.yaml", "id: x\nversion: [1]\ncolour: blue\n"), []);

        Assert.Contains(reading.Problems, p => p is { Line: 2, Column: 10, Message: "Text is expected here." });
        Assert.Contains(reading.Problems, p => p is { Line: 3, Column: 1, Message: "'colour' is not known here." });
    }

    [Theory]
    [InlineData("id: [1\nversion: 2\n", "This is not well-formed YAML")]
    [InlineData("id: a\nid: b\n", "'id' stands here twice.")]
    [InlineData("id: &a [x]\nversion: *a\n", "Anchors and aliases are not allowed.")]
    [InlineData("id: !!binary eA==\n", "Tags such as '!!str' are not allowed.")]
    [InlineData("id: !!f`v x\n", "This is not well-formed YAML")]
    [InlineData("? [a]\n: b\n", "A key must be a plain word.")]
    [InlineData("", "The document is empty.")]
    [InlineData("id: a\n---\nid: b\n", "A second document starts here.")]
    [InlineData("just words\n", "A mapping is expected here.")]
    [InlineData("id: [[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]\n", "More than 12 levels within each other.")]
    public void Hostile_or_broken_yaml_is_a_problem(string yaml, string message)
    {
        var reading = PolicyReader.Read(new DocumentText("p.yaml", yaml), []);

        Assert.Null(reading.Policy);
        Assert.Contains(reading.Problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Oversized_document_is_a_problem()
    {
        var reading = PolicyReader.Read(new DocumentText("p.yaml", "id: " + new string('x', 600_000)), []);

        Assert.Equal("The document has more than 524288 characters.", Assert.Single(reading.Problems).Message);
    }

    [Fact]
    public void Broken_phrase_is_reported_in_its_signals_document()
    {
        var broken = BuiltIn.Parts[0] with { Text = BuiltIn.Parts[0].Text.Replace("- deepfake*\n", "- (deepfake*\n", StringComparison.Ordinal) };

        var reading = PolicyReader.Read(BuiltIn.Document, [broken, .. BuiltIn.Parts.Skip(1)]);

        Assert.Null(reading.Policy);
        var first = reading.Problems[0];
        Assert.Equal("signals/en.yaml", first.File);
        Assert.Equal(PlaceOf(broken.Text, "(deepfake*\n", 0), (first.Line, first.Column));
    }

    [Fact]
    public void Seats_follow_the_findings()
    {
        var route = BuiltIn.Policy.RouteFor(Tier.Written, [FindingCode.DigitalReplica]);

        Assert.Equal(["creative-executive", "legal", "talent-relations"], route.Stages.Single().Seats.Select(s => s.Role));
        Assert.Equal(3, route.Stages[0].Quorum);
        Assert.True(route.Terms.SecondStep);
    }

    private static string Replace(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{right}' is no longer in the document");
        return text[..at] + wrong + text[(at + right.Length)..];
    }

    private static (int Line, int Column) PlaceOf(string text, string words, int from)
    {
        var at = text.IndexOf(words, Math.Max(0, from), StringComparison.Ordinal);
        var before = text[..at];
        return (before.Count(c => c == '\n') + 1, at - before.LastIndexOf('\n'));
    }
}
