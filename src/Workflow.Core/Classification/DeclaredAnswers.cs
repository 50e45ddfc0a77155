using System.Collections.Frozen;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification;

/// <summary>A declaration's answers in the words that forms and policies use.</summary>
internal sealed class DeclaredAnswers
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

    private readonly Dictionary<string, IReadOnlyList<string>> _given;

    private DeclaredAnswers(Dictionary<string, IReadOnlyList<string>> given) => _given = given;

    /// <summary>The answers that were given to each question of <see cref="Vocabulary"/>; at least one.</summary>
    public static DeclaredAnswers Of(Declaration declaration) => new(Vocabulary.Keys.ToDictionary(field => field, field => To(field, declaration), StringComparer.Ordinal));

    /// <summary>Whether each of these questions has one of the answers that are asked for.</summary>
    public bool Pass(IReadOnlyList<AnswerTest> tests)
    {
        for (var i = 0; i < tests.Count; i++)
        {
            if (!Fits(tests[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The answers on which these tests rest.</summary>
    public IEnumerable<Evidence> EvidenceFor(IReadOnlyList<AnswerTest> tests) =>
        tests.SelectMany(t => _given[t.Field].Where(t.Answers.Contains).Select(answer => new Evidence(t.Field, answer)));

    private bool Fits(AnswerTest test)
    {
        var given = _given[test.Field];
        for (var i = 0; i < given.Count; i++)
        {
            if (test.Answers.Contains(given[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<string> To(string field, Declaration declaration) => field switch
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
