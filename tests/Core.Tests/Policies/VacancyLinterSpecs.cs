using Core.Tests.Policies.Overlays;
using Workflow.Core.Documents;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Policies;

public sealed class VacancyLinterSpecs
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Seat_that_nobody_fills_is_told_where_the_policy_names_it()
    {
        var problem = Assert.Single(Lint(BuiltIn.Policy, BuiltIn.Directory));

        Assert.Equal((Severity.Warning, "Nobody fills 'post-supervisor' in The Ninth Orchard."), (problem.Severity, problem.Message));
        Assert.Contains("post-supervisor", BuiltIn.Document.Text.Split('\n')[problem.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Directory_without_productions_leaves_nothing_empty() =>
        Assert.Empty(Lint(BuiltIn.Policy, BuiltIn.Directory with { Productions = [] }));

    [Fact]
    public void Overlay_over_a_production_that_nobody_knows_is_told()
    {
        var policy = Laid.Sound($"{{file: {Laid.California}, productions: [The Lantern Coats]}}");

        Assert.Contains(Lint(policy, BuiltIn.Directory), p => p.Message == "'california' is laid over 'The Lantern Coats', which the directory does not know.");
    }

    private static IReadOnlyList<PolicyProblem> Lint(Policy policy, DirectoryDocument directory) =>
        VacancyLinter.Lint(BuiltIn.Document, policy, directory, Monday);
}
