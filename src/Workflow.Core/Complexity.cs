using System.Diagnostics.CodeAnalysis;

// The methods with more than twelve ways through them (CA1502), each with the reason why it is not taken apart.
[assembly: SuppressMessage(
    "Maintainability",
    "CA1502",
    Scope = "member",
    Target = "~M:Workflow.Core.Approval.Decider.Decide(Workflow.Core.Approval.RequestState,Workflow.Core.Approval.Command)~Workflow.Core.Approval.Verdict",
    Justification = "One line for each command, exhaustive: the contents page of the process.")]
[assembly: SuppressMessage(
    "Maintainability",
    "CA1502",
    Scope = "member",
    Target = "~M:Workflow.Core.Policies.PolicyLinter.LintStage(Workflow.Core.Classification.Tier,Workflow.Core.Policies.StageTemplate,System.String)",
    Justification = "Independent checks of one stage, one after another, each with the words of its problem.")]
[assembly: SuppressMessage(
    "Maintainability",
    "CA1502",
    Scope = "member",
    Target = "~M:Workflow.Core.Policies.RuleReader.Read(Workflow.Core.Documents.Node)~Workflow.Core.Policies.Rule",
    Justification = "One optional key of a rule after another; each is a condition on its own.")]
[assembly: SuppressMessage(
    "Maintainability",
    "CA1502",
    Scope = "member",
    Target = "~M:Workflow.Core.Classification.Text.Sentences.Of(System.String)~System.Collections.Generic.IReadOnlyList{Workflow.Core.Classification.Text.Token[]}",
    Justification = "One pass over the characters: what ends a word, a sentence or a line is decided where it is met.")]
