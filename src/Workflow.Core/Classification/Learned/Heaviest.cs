using Workflow.Core.Classification.Signals;

namespace Workflow.Core.Classification.Learned;

/// <summary>Finds the words of a sentence that speak most for a finding: the evidence of a learned model.</summary>
internal static class Heaviest
{
    // Longer, and a person sees a sentence and no reason.
    private const int MostWords = 8;

    /// <summary>The run of words that weighs most; null when none speaks for the finding.</summary>
    public static Evidence? Words(LearnedModel model, int finding, Hearing heard)
    {
        var sink = new ByWord(model, finding, new float[heard.Sentence.Length]);
        SentenceFeatures.Walk(heard, ref sink);
        var (first, last, most) = (0, -1, 0f);
        for (var from = 0; from < heard.Sentence.Length; from++)
        {
            var sum = 0f;
            for (var to = from; to < Math.Min(heard.Sentence.Length, from + MostWords); to++)
            {
                sum += sink.Weights[to];
                if (sum > most)
                {
                    (first, last, most) = (from, to, sum);
                }
            }
        }

        return last < 0 ? null : heard.Quote(new Place(first, last));
    }

    // A feature across words counts for each of them in equal parts.
    private readonly struct ByWord(LearnedModel model, int finding, float[] weights) : SentenceFeatures.ISink
    {
        public float[] Weights => weights;

        public void Take(int bucket, int firstWord, int lastWord)
        {
            var share = (float)model.Weight(bucket, finding) / (lastWord - firstWord + 1);
            for (var word = firstWord; word <= lastWord; word++)
            {
                weights[word] += share;
            }
        }
    }
}
