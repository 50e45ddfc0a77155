using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Web.Review;

/// <summary>What an asked person typed, kept so that a page can show it again.</summary>
public sealed record DecisionForm
{
    /// <summary>The chosen decision; null when none is chosen.</summary>
    public DecisionKind? Kind { get; init; }

    /// <summary>The conditions, one a line.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>The conditions with a day or an owner.</summary>
    public IReadOnlyList<ConditionRow> Rows { get; init; } = [.. Enumerable.Range(0, ConditionRow.Count).Select(i => new ConditionRow(i))];

    /// <summary>The fields of the declaration that a question is about.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

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
            Rows = ConditionRow.Read(fields),
            About = [.. Askable.Where(fields["about"].Contains)],
            Comment = Text("comment"),
            Question = Text("question"),
            Code = Text("code"),
        };

        string Text(string name) => fields[name].ToString().ReplaceLineEndings("\n").Trim();
    }

    /// <summary>The fields of a declaration that can be asked about, by the names that forms use.</summary>
    public static IReadOnlyList<string> Askable { get; } =
    [
        "description", "tools", "inputs", "inputKinds", "outputs", "use", "finalDeliverable", "p1", "p2", "p3", "p4", "p5",
        "peopleDepicted", "beneficiaries", "from", "to", "territory",
    ];

    /// <summary>What is wrong with what was typed, before anybody judges the decision.</summary>
    public IReadOnlyList<FieldProblem> Slips() => Kind switch
    {
        null => [new FieldProblem("decision", $"Choose your decision.")],
        DecisionKind.ApproveWithConditions => [.. Rows.SelectMany(row => row.Problems())],
        _ => [],
    };

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
        DecisionKind.AskForInformation => new Decision(DecisionKind.AskForInformation, Question, [], About.Count == 0 ? null : About),
        DecisionKind.ApproveWithConditions => new Decision(DecisionKind.ApproveWithConditions, ToComment(), ToConditions()),
        { } kind => new Decision(kind, ToComment(), []),
        null => throw new InvalidOperationException("No decision is chosen."),
    };

    private string? ToComment() => Comment.Length == 0 ? null : Comment;

    // People number and bullet their lines; the record does that itself.
    private List<Condition> ToConditions() =>
    [
        .. Conditions.Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•', '–').Trim()).Where(line => line.Length > 0).Select(line => new Condition(line)),
        .. Rows.Where(row => !row.IsEmpty).Select(row => row.ToCondition()),
    ];
}
