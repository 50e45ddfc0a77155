using System.Collections.Frozen;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification;

/// <summary>A declaration's answers in the words that forms and policies use.</summary>
internal static class DeclaredAnswers
{
    /// <summary>The word for a question without an answer.</summary>
    public const string Unanswered = "unanswered";

    private const string Some = "some";
    private const string None = "none";

    private static readonly string[] Principled = [.. Words<Answer>(), Unanswered];

    /// <summary>The questions that a policy can ask about, with the answers each can have.</summary>
    public static FrozenDictionary<string, IReadOnlyList<string>> Vocabulary { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["p1"] = Principled,
        ["p2"] = Principled,
        ["p3"] = Principled,
        ["p4"] = Principled,
        ["p5"] = Principled,
        ["use"] = [.. Words<IntendedUse>(), Unanswered],
        ["finalDeliverable"] = Principled,
        ["inputKinds"] = [.. Words<InputKind>(), None],
        ["peopleDepicted"] = [Some, None],
    }.ToFrozenDictionary();

    /// <summary>The answers that were given to a question of <see cref="Vocabulary"/>; at least one.</summary>
    public static IReadOnlyList<string> To(string field, Declaration declaration) => field switch
    {
        "use" => [Word(declaration.Use)],
        "finalDeliverable" => [Word(declaration.FinalDeliverable)],
        "inputKinds" => declaration.InputKinds.Count == 0 ? [None] : [.. declaration.InputKinds.Select(k => Word<InputKind>(k))],
        "peopleDepicted" => [declaration.PeopleDepicted.Count == 0 ? None : Some],
        _ => [Word(declaration.Principles[Enum.Parse<Principle>(field, ignoreCase: true)])],
    };

    private static string Word<T>(T? value)
        where T : struct, Enum => value is { } given ? Wire.Word(given) : Unanswered;

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Wire.All<T>();
}
