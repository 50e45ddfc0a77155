using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;

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

    /// <summary>The field in which a refusal is put right.</summary>
    public string FieldOf(RefusalCode code) => (code, Kind) switch
    {
        (RefusalCode.SecondStepNeeded, _) => "code",
        (RefusalCode.CommentNeeded or RefusalCode.TooLong, DecisionKind.AskForInformation) => "question",
        (RefusalCode.CommentNeeded, DecisionKind.ApproveWithConditions) when ToConditions().Count == 0 => "conditions",
        (RefusalCode.TooLong, DecisionKind.ApproveWithConditions) when Conditions.Length > Comment.Length => "conditions",
        (RefusalCode.CommentNeeded or RefusalCode.TooLong, _) => "comment",
        _ => "decision",
    };

    /// <summary>The decision, once one is chosen.</summary>
    public Decision ToDecision() => Kind switch
    {
        DecisionKind.AskForInformation => new Decision(DecisionKind.AskForInformation, Question, []),
        DecisionKind.ApproveWithConditions => new Decision(DecisionKind.ApproveWithConditions, ToComment(), ToConditions()),
        { } kind => new Decision(kind, ToComment(), []),
        null => throw new InvalidOperationException("No decision is chosen."),
    };

    private string? ToComment() => Comment.Length == 0 ? null : Comment;

    // People number and bullet their lines; the record does that itself.
    private List<Condition> ToConditions() =>
        [.. Conditions.Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•', '–').Trim()).Where(line => line.Length > 0).Select(line => new Condition(line))];
}
