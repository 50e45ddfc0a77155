using CsCheck;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Policies;
using Workflow.Core.Policies.Overlays;

namespace Core.Tests.Policies.Overlays;

/// <summary>Whatever an overlay says, nothing that the policy asks for is asked for less.</summary>
public sealed class NeverLaxer
{
    private static readonly FindingCode[] Codes = Enum.GetValues<FindingCode>();

    private static readonly Gen<FindingCode[]> Found = OneOf(Codes).Array[0, 3];

    private static readonly string[] Roles = [.. BuiltIn.Policy.Roles.Keys];

    private static readonly LabelledCase[] Cases = [.. Classification.Evaluation.Cases.Corpus.Where((_, i) => i % 8 == 0)];

    private static readonly Gen<Rule> Rule = Gen.Select(OneOf(Codes), Gen.Enum<Tier>(), Gen.Int[0, 99], OneOf("person", "generated", "replica"))
        .Select((code, tier, id, concept) => new Rule($"more-{id}", code, null, tier, "Somewhere", [], new SentenceTest([concept], [], []), null, null));

    private static readonly Gen<Overlay> Overlay = Gen.Select(
        Rule.List[0, 3],
        Gen.Select(OneOf(Roles), Found).Select((role, when) => new SeatTemplate(role, when)).List[0, 3],
        Gen.Select(Gen.Enum<ConsentKind>(), Found).Select((kind, when) => new ConsentKindTemplate(kind, when, [])).List[0, 3],
        Found.Select(when => new ConditionTemplate("More.", "Somewhere", when, [], null)).List[0, 2],
        Gen.Int[1, 1000].Nullable())
        .Select((rules, seats, kinds, conditions, days) => new Overlay
        {
            Id = "more",
            Version = "1",
            Title = "More",
            Source = BuiltIn.Policy.Source,
            Rules = rules,
            Seats = seats,
            Consent = kinds.Count == 0 ? null : new ConsentTemplate("talent-relations", kinds),
            Conditions = conditions,
            ApprovalValidity = days is null ? null : TimeSpan.FromDays(days.Value),
            Translations = new Dictionary<string, IReadOnlyDictionary<string, string>>(),
        });

    // How many have to agree: all, any, or two of each stage.
    private static readonly Gen<Policy> Policy = OneOf(Quorum.All, Quorum.Any, new Quorum(2)).Select(quorum => BuiltIn.Policy with
    {
        Routes = BuiltIn.Policy.Routes.ToDictionary(r => r.Key, r => r.Value with { Stages = [.. r.Value.Stages.Select(s => s with { Quorum = quorum })] }),
    });

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    [Fact]
    public void Route_of_any_findings_asks_for_at_least_as_much() =>
        Gen.Select(Policy, Overlay, Gen.Enum<Tier>(), Found).Sample((policy, overlay, tier, found) =>
            IsNotLaxer(policy.RouteFor(tier, found), overlay.Over(policy).RouteFor(tier, found)));

    [Fact]
    public void Declaration_of_any_kind_is_judged_at_least_as_strictly() =>
        Gen.Select(OneOf(Cases), Overlay).Sample(
            (given, overlay) => IsNotLaxer(Classifier.Assess(BuiltIn.Policy, given.Declaration, []), Classifier.Assess(overlay.Over(BuiltIn.Policy), given.Declaration, [])),
            iter: 100);

    [Fact]
    public void Packs_judge_the_corpus_at_least_as_strictly() =>
        Assert.Empty(Cases.Where(given => !IsNotLaxer(
            Classifier.Assess(BuiltIn.Policy, given.Declaration, []), Classifier.Assess(Laid.All, given.Declaration, []))).Select(given => given.Id));

    private static bool IsNotLaxer(Assessment without, Assessment with) =>
        with.Tier >= without.Tier
        && without.Findings.All(f => with.Findings.Any(w => w.Code == f.Code && w.Tier >= f.Tier))
        && without.Doubts.All(d => with.Doubts.Any(w => w.Rule == d.Rule) || with.Findings.Count > without.Findings.Count)
        && (with.Tier > without.Tier || IsNotLaxer(without.Route, with.Route));

    // Every stage stays, with all its seats and as many who have to agree; where a seat is added, all have to.
    private static bool IsNotLaxer(Route without, Route with) =>
        without.Stages.All(stage => with.Stages.Any(w => w.Name == stage.Name
            && stage.Seats.All(seat => w.Seats.Any(s => s.Role == seat.Role))
            && (w.Seats.Count == stage.Seats.Count ? w.Quorum >= stage.Quorum : w.Quorum == w.Seats.Count)
            && w.OnTimeout == stage.OnTimeout))
        && with.Terms.ApprovalValidity <= without.Terms.ApprovalValidity
        && (without.Terms.Consent?.Kinds ?? []).All((with.Terms.Consent?.Kinds ?? []).Contains)
        && without.Terms.Consent?.Seat is var seat && (seat is null || with.Terms.Consent?.Seat == seat)
        && (without.Terms.Conditions ?? []).All((with.Terms.Conditions ?? []).Contains);
}
