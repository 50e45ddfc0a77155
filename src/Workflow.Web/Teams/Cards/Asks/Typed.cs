using Workflow.Core.Requests;

namespace Workflow.Web.Teams.Cards.Asks;

/// <summary>What an asked person has pressed and typed, so that a card can show it again with what is still missing.</summary>
/// <param name="Act">The verb of what they want to do.</param>
/// <param name="Values">What was posted, by the ids of the inputs.</param>
internal sealed record Typed(string Act, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What is wrong, by the names that forms use: <c>comment</c>, <c>conditions</c>, <c>question</c>, <c>to</c>, <c>code</c>.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>The id of an input: acts on one card ask for a comment each, and ids are unique in it.</summary>
    public static string Id(string act, string field) => $"{act}.{field}";

    /// <summary>What was typed in a field of the act; empty when nothing was.</summary>
    public string this[string field] =>
        Values.TryGetValue(Id(Act, field), out var value) ? value.ReplaceLineEndings("\n").Trim() : "";
}
