using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Documents;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Policies;

/// <summary>What a route may say beyond what the built-in policy says, and what the linter makes of it.</summary>
public sealed class RouteReaderTests
{
    private const string Validity = "    approval-validity: 365 days\n";
    private const string LastTerm = "    second-step: yes\n";

    // The written route with these terms in place of those it may leave out, and with words changed in its one stage.
    private static PolicyReading Read(string terms, string right = "", string wrong = "")
    {
        var text = BuiltIn.Document.Text;
        var start = text.IndexOf("\n  written:\n    name:", StringComparison.Ordinal);
        var given = string.Concat(terms.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(t => $"    {t}\n"));
        var route = text[start..];
        var (optional, last) = (route.IndexOf(Validity, StringComparison.Ordinal) + Validity.Length, route.IndexOf(LastTerm, StringComparison.Ordinal));
        route = route[..optional] + LastTerm + given + route[(last + LastTerm.Length)..];
        if (right.Length > 0)
        {
            Assert.Contains(right, route, StringComparison.Ordinal);
            route = ReplaceFirst(route, right, wrong);
        }

        return PolicyReader.Read(BuiltIn.Document with { Text = text[..start] + route }, BuiltIn.Parts);
    }

    private static Route Written(string terms, string right = "", string wrong = "", params FindingCode[] findings)
    {
        var reading = Read(terms, right, wrong);
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == Severity.Error);
        return reading.Policy!.RouteFor(Tier.Written, findings);
    }

    private static string ReplaceFirst(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        return text[..at] + wrong + text[(at + right.Length)..];
    }

    [Fact]
    public void Terms_that_a_route_does_not_state_have_their_defaults()
    {
        var (route, stage) = (Written(""), Written("").Stages[0]);
        Assert.Equal(
            (false, 1, WhileAmended.Holds, null, null),
            (route.Terms.DecisionsOutlastNewFacts, route.Terms.DelegationDepth, route.Terms.WhileAmended, route.Terms.Revokers, route.Terms.Consent));
        Assert.Empty(route.Terms.ExpiryNotices!);
        Assert.Equal((Rejection.Closes, null), (stage.Rejection, stage.OtherRole));
    }

    [Fact]
    public void Terms_of_a_route_are_read()
    {
        var terms = Written(
            "decisions-outlast-new-facts: yes|delegation-depth: 2|while-amended: suspended|revokers: [legal]|expiry-notices: [30 days, 7 days]").Terms;
        Assert.Equal((true, 2, WhileAmended.Suspended), (terms.DecisionsOutlastNewFacts, terms.DelegationDepth, terms.WhileAmended));
        Assert.Equal(["legal"], terms.Revokers!);
        Assert.Equal([TimeSpan.FromDays(30), TimeSpan.FromDays(7)], terms.ExpiryNotices!);
    }

    [Fact]
    public void Stage_says_what_a_no_does_and_whose_role_joins_at_the_end()
    {
        var stage = Written("", "escalation: [deputy, manager]", "escalation: [deputy, other-role]\n        other-role: post-supervisor\n        rejection: waits-for-others").Stages[0];
        Assert.Equal((Rejection.WaitsForOthers, "post-supervisor"), (stage.Rejection, stage.OtherRole));
        Assert.Equal([Capacity.Deputy, Capacity.OtherRole], stage.Escalation);
    }

    [Fact]
    public void Stage_is_asked_only_when_one_of_its_findings_is_there()
    {
        const string name = "      - name: Everyone whose field it touches\n";
        const string second = """
                  - name: Rights
                    when: [third-party-ip, third-party-training]
                    seats: [{role: legal}]
                    quorum: all
                    service: 8 business hours
                    on-timeout: expire

            """;
        var indented = string.Concat(second.Split('\n').Select(l => l.Length == 0 ? "" : l + "\n"));
        Assert.Equal(["Everyone whose field it touches"], Written("", name, indented + name).Stages.Select(s => s.Name));
        Assert.Equal(["Rights", "Everyone whose field it touches"], Written("", name, indented + name, FindingCode.ThirdPartyIp).Stages.Select(s => s.Name));
    }

    [Fact]
    public void Consents_are_demanded_for_what_their_findings_call_for()
    {
        const string demand = "consent: {seat: talent-relations, kinds: [{kind: creation, when: [digital-replica]}, {kind: use, when: [digital-replica, performance-alteration]}]}";
        Assert.Null(Written(demand, "", "", FindingCode.UnionWork).Terms.Consent);
        Assert.Equal([ConsentKind.Use], Written(demand, "", "", FindingCode.PerformanceAlteration, FindingCode.UnionWork).Terms.Consent!.Kinds);
        var consent = Written(demand, "", "", FindingCode.DigitalReplica).Terms.Consent!;
        Assert.Equal("talent-relations", consent.Seat);
        Assert.Equal([ConsentKind.Creation, ConsentKind.Use], consent.Kinds);
    }

    [Fact]
    public void Consents_without_findings_are_always_demanded() =>
        Assert.Equal([ConsentKind.Use], Written("consent: {seat: legal, kinds: [{kind: use}, {kind: creation, when: [digital-replica]}]}").Terms.Consent!.Kinds);

    [Theory]
    [InlineData("while-amended: gone", "'gone' is not known here.")]
    [InlineData("delegation-depth: many", "'many' is not known here.")]
    [InlineData("expiry-notices: [soon]", "'soon' is not known here.")]
    [InlineData("decisions-outlast-new-facts: perhaps", "'perhaps' is not known here.")]
    [InlineData("revokers: [post]", "The role 'post' has no seat on this route, so it never gives an approval to revoke.")]
    [InlineData("consent: {seat: talent-relations, kinds: [{kind: creation}]}", "It can happen that consents are demanded and 'talent-relations' is not asked.")]
    [InlineData("consent: {seat: talent-relations, kinds: [{kind: use, when: [digital-replica]}, {kind: creation, when: [insecure-tool]}]}", "It can happen that consents are demanded and 'talent-relations' is not asked.")]
    [InlineData("consent: {seat: wardrobe, kinds: [{kind: creation}]}", "It can happen that consents are demanded and 'wardrobe' is not asked.")]
    [InlineData("consent: {seat: legal, kinds: []}", "This demands nothing.")]
    [InlineData("consent: {seat: legal, kinds: [{kind: use}, {kind: use, when: [digital-replica]}]}", "The kind 'use' is demanded twice.")]
    [InlineData("consent: {seat: legal, kinds: [{kind: blessing}]}", "'blessing' is not known here.")]
    [InlineData("consent: {seat: legal, kinds: [{when: [digital-replica]}]}", "'kind' is missing.")]
    [InlineData("consent: {kinds: [{kind: creation}]}", "'seat' is missing.")]
    public void Term_that_is_wrong_is_reported(string term, string message) =>
        Assert.Contains(Read(term).Problems, p => p.Severity is Severity.Error && p.Message == message);

    [Theory]
    [InlineData("escalation: [deputy, other-role]", "'other-role' and the step 'other-role' of the escalation belong together.")]
    [InlineData("escalation: [deputy]\n        other-role: legal", "'other-role' and the step 'other-role' of the escalation belong together.")]
    [InlineData("escalation: [other-role]\n        other-role: wardrobe", "The role 'wardrobe' is not known.")]
    [InlineData("escalation: [holder]", "'holder' is no step of an escalation.")]
    [InlineData("escalation: [delegate]", "'delegate' is no step of an escalation.")]
    [InlineData("escalation: [assigned]", "'assigned' is no step of an escalation.")]
    [InlineData("escalation: [deputy]\n        rejection: sulks", "'sulks' is not known here.")]
    [InlineData("escalation: [deputy]\n        when: [insecure-tool]", "It can happen that nobody is asked.")]
    public void Stage_that_is_wrong_is_reported(string wrong, string message) =>
        Assert.Contains(Read("", "escalation: [deputy, manager]", wrong).Problems, p => p.Severity is Severity.Error && p.Message == message);
}
