using Workflow.Core.Classification;
using Workflow.Core.Documents;

namespace Workflow.Core.Policies;

/// <summary>Reads the rules of a policy document.</summary>
internal sealed class RuleReader(ValueReader read)
{
    public Rule Read(Node node)
    {
        var map = read.Map(node, "id", "finding", "doubt", "tier", "source", "declared", "sentence", "anywhere", "text");
        if (map is not null && (map["finding"] is null) == (map["doubt"] is null))
        {
            read.Problems.Error(map.Place, "A rule leads to a finding or to a doubt.", "Give it either 'finding' or 'doubt'.");
        }

        if (map is not null && map["declared"] is null && map["sentence"] is null && map["anywhere"] is null && map["text"] is null)
        {
            read.Problems.Error(map.Place, "A rule needs a condition.", "Give it 'declared', 'sentence', 'anywhere' or 'text'.");
        }

        return new Rule(
            read.Text(read.Need(map, "id")),
            map?["finding"] is { } finding ? read.Word<FindingCode>(finding) : null,
            map?["doubt"] is { } doubt ? read.Text(doubt) : null,
            read.Word<Tier>(read.Need(map, "tier")),
            read.Text(read.Need(map, "source")),
            ReadDeclared(map?["declared"]),
            map?["sentence"] is { } sentence ? ReadSentence(sentence) : null,
            map?["anywhere"] is { } anywhere ? ReadSentence(anywhere) : null,
            map?["text"] is { } text ? read.Word<TextTest>(text) : null);
    }

    private List<AnswerTest> ReadDeclared(Node? node)
    {
        var tests = new List<AnswerTest>();
        foreach (var entry in read.Map(node)?.Entries ?? [])
        {
            if (DeclaredAnswers.Vocabulary.TryGetValue(entry.Key, out var words))
            {
                tests.Add(new AnswerTest(entry.Key, read.List(entry.Value, item => ReadAnswer(item, words))));
            }
            else
            {
                read.Problems.Error(
                    entry.Place, $"'{entry.Key}' is not a question of the form.", $"Use one of: {string.Join(", ", DeclaredAnswers.Vocabulary.Keys)}.");
            }
        }

        return tests;
    }

    private string ReadAnswer(Node node, IReadOnlyList<string> words)
    {
        var answer = read.Text(node);
        if (!words.Contains(answer))
        {
            read.Problems.Error(node.Place, $"'{answer}' is not an answer to this question.", $"Use one of: {string.Join(", ", words)}.");
        }

        return answer;
    }

    private SentenceTest ReadSentence(Node node)
    {
        var map = read.Map(node, "all", "any", "except");
        return new SentenceTest(read.List(read.Need(map, "all"), read.Text), read.List(map?["any"], read.Text), read.List(map?["except"], read.Text));
    }
}
