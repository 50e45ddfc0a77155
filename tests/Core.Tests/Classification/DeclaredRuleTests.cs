using Core.Tests.Policies;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Core.Tests.Classification;

public sealed class DeclaredRuleTests
{
    private static readonly PrincipleAnswers AllYes = Declared.Harmless.Principles;

    [Fact]
    public void Harmless_declaration_is_a_notification() => AssertAssessed(Declared.Harmless, Tier.Notify);

    public static TheoryData<Principle, Answer?, Tier, FindingCode[]> Principles => new()
    {
        { Principle.P1, Answer.No, Tier.Written, [FindingCode.ThirdPartyIp] },
        { Principle.P1, Answer.Unsure, Tier.Review, [] },
        { Principle.P1, null, Tier.Review, [] },
        { Principle.P2, Answer.No, Tier.Review, [FindingCode.InsecureTool] },
        { Principle.P2, Answer.Unsure, Tier.Review, [] },
        { Principle.P3, Answer.No, Tier.Review, [FindingCode.InsecureTool] },
        { Principle.P3, Answer.Unsure, Tier.Review, [] },
        { Principle.P4, Answer.No, Tier.Review, [] },
        { Principle.P4, Answer.Unsure, Tier.Review, [] },
        { Principle.P5, Answer.No, Tier.Written, [FindingCode.UnionWork] },
        { Principle.P5, Answer.Unsure, Tier.Review, [] },
    };

    [Theory]
    [MemberData(nameof(Principles))]
    public void Principle_that_does_not_hold_is_escalated(Principle principle, Answer? answer, Tier tier, FindingCode[] findings)
    {
        var answers = principle switch
        {
            Principle.P1 => AllYes with { P1 = answer },
            Principle.P2 => AllYes with { P2 = answer },
            Principle.P3 => AllYes with { P3 = answer },
            Principle.P4 => AllYes with { P4 = answer },
            _ => AllYes with { P5 = answer },
        };

        AssertAssessed(Declared.Harmless with { Principles = answers }, tier, findings);
    }

    public static TheoryData<IntendedUse, InputKind?, Answer, Answer, Tier, FindingCode[]> Uses => new()
    {
        { IntendedUse.Ideation, null, Answer.No, Answer.Yes, Tier.Notify, [] },
        { IntendedUse.Temporary, null, Answer.No, Answer.Yes, Tier.Notify, [] },
        { IntendedUse.Post, null, Answer.Yes, Answer.Yes, Tier.Notify, [] },
        { IntendedUse.Other, null, Answer.No, Answer.Yes, Tier.Notify, [] },
        { IntendedUse.Background, null, Answer.Yes, Answer.Yes, Tier.Review, [FindingCode.IncidentalFinal] },
        { IntendedUse.Final, null, Answer.Yes, Answer.Yes, Tier.Written, [FindingCode.FinalDeliverable] },
        { IntendedUse.Temporary, null, Answer.Yes, Answer.Yes, Tier.Written, [FindingCode.FinalDeliverable] },
        { IntendedUse.Temporary, null, Answer.Unsure, Answer.Yes, Tier.Review, [] },
        { IntendedUse.Performance, null, Answer.No, Answer.Yes, Tier.Written, [FindingCode.PerformanceAlteration] },
        { IntendedUse.Training, null, Answer.No, Answer.Yes, Tier.Review, [] },
        { IntendedUse.Training, InputKind.ThirdPartyWork, Answer.No, Answer.Yes, Tier.Written, [FindingCode.ThirdPartyTraining, FindingCode.ThirdPartyIp] },
        { IntendedUse.Training, InputKind.PerformerMaterial, Answer.No, Answer.Yes, Tier.Written, [FindingCode.DigitalReplica] },
        { IntendedUse.Ideation, InputKind.OwnOrLicensed, Answer.No, Answer.Yes, Tier.Notify, [] },
        { IntendedUse.Ideation, InputKind.ThirdPartyWork, Answer.No, Answer.Yes, Tier.Written, [FindingCode.ThirdPartyIp] },
        { IntendedUse.Ideation, InputKind.PersonalData, Answer.No, Answer.Yes, Tier.Written, [FindingCode.PersonalData] },
        { IntendedUse.Ideation, InputKind.PerformerMaterial, Answer.No, Answer.Yes, Tier.Review, [] },
        { IntendedUse.Post, InputKind.PerformerMaterial, Answer.Yes, Answer.Yes, Tier.Notify, [] },
        { IntendedUse.Performance, InputKind.PerformerMaterial, Answer.No, Answer.Yes, Tier.Written, [FindingCode.DigitalReplica, FindingCode.PerformanceAlteration] },
        { IntendedUse.Ideation, InputKind.Unreleased, Answer.No, Answer.Yes, Tier.Review, [] },
        { IntendedUse.Ideation, InputKind.Unreleased, Answer.No, Answer.Unsure, Tier.Written, [FindingCode.ProprietaryInput] },
        { IntendedUse.Ideation, InputKind.Unreleased, Answer.No, Answer.No, Tier.Written, [FindingCode.InsecureTool, FindingCode.ProprietaryInput] },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void Declared_use_sets_the_floor(
        IntendedUse use, InputKind? input, Answer final, Answer secured, Tier tier, FindingCode[] findings) =>
        AssertAssessed(
            Declared.Harmless with
            {
                Use = use,
                InputKinds = input is { } kind ? [kind] : [],
                FinalDeliverable = final,
                Principles = AllYes with { P3 = secured },
            },
            tier,
            findings);

    [Theory]
    [InlineData(IntendedUse.Ideation, Tier.Review)]
    [InlineData(IntendedUse.Background, Tier.Written)]
    [InlineData(IntendedUse.Performance, Tier.Written)]
    public void Recognisable_people_are_escalated(IntendedUse use, Tier tier)
    {
        var declaration = Declared.Harmless with { Use = use, PeopleDepicted = ["Ada Quill, lead"] };

        Assert.Equal(tier, Classifier.Assess(BuiltIn.Policy, declaration, []).Tier);
    }

    [Fact]
    public void Evidence_of_an_answer_is_the_question_and_the_answer()
    {
        var declaration = Declared.Harmless with { Principles = AllYes with { P3 = Answer.No } };

        var finding = Assert.Single(Classifier.Assess(BuiltIn.Policy, declaration, []).Findings);

        Assert.Equal(new Evidence("p3", "no"), Assert.Single(finding.Evidence));
        Assert.Equal(("p3-no", "Guiding principles, 3"), (finding.Rule, finding.Source));
    }

    private static void AssertAssessed(Declaration declaration, Tier tier, params FindingCode[] findings)
    {
        var assessment = Classifier.Assess(BuiltIn.Policy, declaration, []);

        Assert.Equal(tier, assessment.Tier);
        Assert.Equal(findings.Order(), assessment.Findings.Select(f => f.Code).Distinct().Order());
        Assert.Equal(tier > Tier.Notify && findings.Length == 0, assessment.Findings.Count == 0 && assessment.Doubts.Count > 0);
    }
}
