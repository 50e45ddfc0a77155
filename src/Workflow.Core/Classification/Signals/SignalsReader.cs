using Workflow.Core.Classification.Text;
using Workflow.Core.Documents;

namespace Workflow.Core.Classification.Signals;

/// <summary>Reads a signals document such as <c>policies/signals/en.yaml</c> and compiles its phrases.</summary>
internal static class SignalsReader
{
    public static WordSignals? Read(string yaml, ProblemList problems)
    {
        var read = new ValueReader(problems);
        if (YamlTree.Read(yaml, problems) is not { } root)
        {
            return null;
        }

        var map = read.Map(root, "language", "gap", "common-words", "negation", "concepts");
        var gap = map?["gap"] is { } words ? read.Count(words) : PhraseParser.GapWords;
        var language = read.Text(read.Need(map, "language"));
        var common = read.List(read.Need(map, "common-words"), read.Text);
        var negation = ReadNegation(read.Need(map, "negation"), gap, read);
        var concepts = read.Map(read.Need(map, "concepts"))?.Entries ?? [];
        var signals = new WordSignals(
            language,
            common.Select(Fold).ToHashSet(StringComparer.Ordinal),
            negation,
            concepts.ToDictionary(e => e.Key, e => (IReadOnlyList<Phrase>)Phrases(e.Value, gap, read), StringComparer.Ordinal));
        return problems.HasErrors ? null : signals;
    }

    private static Negation ReadNegation(Node? node, int gap, ValueReader read)
    {
        var map = read.Map(node, "words", "except", "ends-at", "reach", "after", "after-reach");
        return new Negation(
            Phrases(read.Need(map, "words"), gap, read),
            Phrases(map?["except"], gap, read),
            Phrases(map?["ends-at"], gap, read),
            read.Count(read.Need(map, "reach")),
            Phrases(map?["after"], gap, read),
            map?["after-reach"] is { } reach ? read.Count(reach) : 0);
    }

    private static List<Phrase> Phrases(Node? node, int gap, ValueReader read)
    {
        var phrases = new List<Phrase>();
        foreach (var (place, text) in read.List(node, item => (item.Place, Text: read.Text(item))))
        {
            var (pattern, problem) = PhraseParser.Parse(text, gap);
            if (pattern is not null)
            {
                phrases.Add(new Phrase(pattern, text));
            }
            else if (text.Length > 0)
            {
                read.Problems.Error(place, $"The phrase '{text}' cannot be read: {problem}.", "Write words, 'begin*', (a|b), [maybe] and '...'.");
            }
        }

        return phrases;
    }

    private static string Fold(string word) => string.Concat(Sentences.Of(word).SelectMany(s => s).Select(t => t.Word));
}
