using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Web.Review;

/// <summary>What an asked person typed, kept so that a page can show it again.</summary>
public sealed record DecisionForm
{
    /// <summary>The chosen decision; null when none is chosen.</summary>
    public DecisionKind? Kind { get; init; }

    /// <summary>The conditions, one a line.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>The comment on a decision.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The question to the submitter.</summary>
    public string Question { get; init; } = "";

    /// <summary>The one-time code; never shown again.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name of a kind in forms: <c>approve-with-conditions</c>.</summary>
    public static string Value(DecisionKind kind) => kind switch
    {
        DecisionKind.Approve => "approve",
        DecisionKind.ApproveWithConditions => "approve-with-conditions",
        DecisionKind.Reject => "reject",
        DecisionKind.AskForInformation => "ask-for-information",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads it as posted.</summary>
    public static DecisionForm Read(IFormCollection fields)
    {
        var decision = fields["decision"].ToString();
        return new DecisionForm
        {
            Kind = Enum.GetValues<DecisionKind>().Cast<DecisionKind?>().FirstOrDefault(k => Value(k!.Value) == decision),
            Conditions = Text("conditions"),
            Comment = Text("comment"),
            Question = Text("question"),
            Code = Text("code"),
        };

        string Text(string name) => fields[name].ToString().ReplaceLineEndings("\n").Trim();
    }

    /// <summary>What is wrong with it as far as a page can know, so that no code is spent on a slip.</summary>
    public IReadOnlyList<FieldProblem> Check(Stage stage)
    {
        if (Kind is not { } kind)
            return [new FieldProblem("decision", "Choose your decision.")];

        var problems = new List<FieldProblem>();
        if (kind == DecisionKind.AskForInformation)
        {
            if (Question.Length == 0)
                problems.Add(new FieldProblem("question", "Write what you would like to know."));
            CheckLength("question", Question);
            return problems;
        }

        if (kind == DecisionKind.ApproveWithConditions && ToConditions().Count == 0)
            problems.Add(new FieldProblem("conditions", "Write at least one condition, or approve without."));
        if (kind == DecisionKind.ApproveWithConditions && ToConditions().Count > DeclarationLimits.Entries)
            problems.Add(new FieldProblem("conditions", string.Create(CultureInfo.InvariantCulture, $"Write at most {DeclarationLimits.Entries} conditions, one a line.")));
        if (stage.CommentOn.Contains(kind) && Comment.Length == 0)
            problems.Add(new FieldProblem("comment", kind == DecisionKind.Reject ? "Say why you reject it: the submitter is told." : "This decision needs a comment."));
        CheckLength("conditions", Conditions);
        CheckLength("comment", Comment);
        return problems;

        void CheckLength(string field, string text)
        {
            if (text.Length > DeclarationLimits.Text)
                problems.Add(new FieldProblem(field, string.Create(CultureInfo.InvariantCulture, $"This is {text.Length:N0} characters long; {DeclarationLimits.Text:N0} are possible.")));
        }
    }

    /// <summary>The decision, of a form without problems.</summary>
    public Decision ToDecision() => Kind switch
    {
        DecisionKind.AskForInformation => new Decision(DecisionKind.AskForInformation, Question, []),
        DecisionKind.ApproveWithConditions => new Decision(DecisionKind.ApproveWithConditions, ToComment(), ToConditions()),
        { } kind => new Decision(kind, ToComment(), []),
        null => throw new InvalidOperationException("No decision is chosen."),
    };

    private string? ToComment() => Comment.Length == 0 ? null : Comment;

    // People number and bullet their lines; the record does that itself.
    private List<string> ToConditions() =>
        [.. Conditions.Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•', '–').Trim()).Where(line => line.Length > 0)];
}
