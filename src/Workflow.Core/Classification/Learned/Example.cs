using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Classification.Signals;

namespace Workflow.Core.Classification.Learned;

/// <summary>A labelled declaration as a trainer sees it.</summary>
/// <param name="Sentences">The features of each sentence, those of the title first.</param>
/// <param name="Titles">How many of them are the title's.</param>
/// <param name="Labels">Whether each finding should be found, by its number.</param>
internal sealed record Example(int[][] Sentences, int Titles, bool[] Labels)
{
    public static Example Of(LabelledCase labelled, Lexicon lexicon)
    {
        var titles = 0;
        var sentences = new List<int[]>();
        foreach (var heard in Hearing.Of(SearchedText.About(labelled.Declaration), lexicon))
        {
            sentences.Add(FeaturesOf(heard));
            titles = heard.Text.Field == SearchedText.Title ? sentences.Count : titles;
        }

        return new Example([.. sentences], titles, [.. LearnedModel.Codes.Select(labelled.Findings.Contains)]);
    }

    /// <summary>What is judged as one: each sentence, and each with each of the title.</summary>
    public IReadOnlyList<Window> Windows { get; } = [.. WindowsOf(Sentences, Titles)];

    private static IEnumerable<Window> WindowsOf(int[][] sentences, int titles)
    {
        for (var i = 0; i < sentences.Length; i++)
        {
            yield return new Window(i, null, sentences[i].Length);
            for (var title = 0; title < titles && i >= titles; title++)
            {
                yield return new Window(i, title, sentences[i].Length + sentences[title].Length);
            }
        }
    }

    private static int[] FeaturesOf(Hearing heard)
    {
        var sink = new Collector([]);
        SentenceFeatures.Walk(heard, ref sink);
        return [.. sink.Features];
    }

    private readonly struct Collector(List<int> features) : SentenceFeatures.ISink
    {
        public List<int> Features => features;

        public void Take(int bucket, int firstWord, int lastWord) => features.Add(bucket);
    }
}

/// <summary>A sentence, with or without one of the title, and how many features they have.</summary>
internal readonly record struct Window(int Sentence, int? Title, int Features);
