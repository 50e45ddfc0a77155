using Core.Tests.Approval;
using Core.Tests.Policies.Overlays;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies.Simulation;

namespace Core.Tests.Policies.Simulation;

public sealed class SimulatedSpecs
{
    private const string Replica = "The voice of our lead actor is cloned for the line that the wind took.";

    [Fact]
    public void Request_that_nobody_has_assessed_is_left_out() => Assert.Null(Simulated.Of(Story.Submitted().State!, BuiltIn.Policy));

    [Fact]
    public void Same_policy_changes_nothing()
    {
        var simulated = Simulated.Of(JudgedBy(BuiltIn.Policy, Replica), BuiltIn.Policy)!;

        Assert.Equal((Tier.Written, Tier.Written, false, false), (simulated.Before.Tier, simulated.After.Tier, simulated.IsChanged, simulated.IsLaxer));
    }

    [Fact]
    public void Overlay_shows_what_it_would_ask_besides()
    {
        var simulated = Simulated.Of(JudgedBy(BuiltIn.Policy, Replica), Laid.All)!;

        Assert.Equal((true, false), (simulated.IsChanged, simulated.IsLaxer));
        Assert.Equal((0, true), (simulated.Before.Conditions, simulated.After.Conditions > 0));
    }

    [Fact]
    public void Policy_without_its_rules_shows_what_it_would_let_through()
    {
        var simulated = Simulated.Of(JudgedBy(BuiltIn.Policy, Replica), BuiltIn.Policy with { Rules = [], Learned = null })!;

        Assert.Equal((Tier.Written, Tier.Notify, true), (simulated.Before.Tier, simulated.After.Tier, simulated.IsLaxer));
        Assert.Contains(FindingCode.DigitalReplica, simulated.Before.Findings);
        Assert.Empty(simulated.After.Findings);
    }

    private static RequestState JudgedBy(Workflow.Core.Policies.Policy policy, string text)
    {
        var declaration = Core.Tests.Classification.Declared.Saying(text);
        return Story.Assessed(Tier.Written, Classifier.Assess(policy, declaration, []), declaration).State!;
    }
}
