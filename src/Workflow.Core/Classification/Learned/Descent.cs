namespace Workflow.Core.Classification.Learned;

/// <summary>Gradient descent on the squared hinge loss, in rounds through all examples in an order of its own.</summary>
internal sealed class Descent
{
    /// <summary>The score of a sentence that says nothing: most sentences do, so a finding has to be earned.</summary>
    public const float Bias = -1.5f;

    private const int Rounds = 20;
    private const float Rate = 0.02f;

    // Examples should score at least 1 for what they have, at most -1 for what they have not.
    private const float Margin = 1;

    private readonly List<Example> _examples;
    private readonly float[] _worth;
    private readonly Rows _rows = new();
    private readonly float[] _mean = new float[SentenceFeatures.Buckets * LearnedModel.Lanes];
    private uint _random = 12345;

    public Descent(List<Example> examples)
    {
        _examples = examples;
        _worth = FeatureWorth.In(examples);
    }

    /// <summary>Learns the weights: the mean of the second half of the rounds, which shakes less than the last.</summary>
    public float[] Run(CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Shuffle(order);
            foreach (var i in order)
            {
                Learn(_examples[i], knowsNothing: round == 0);
            }

            for (var i = 0; round >= Rounds / 2 && i < _mean.Length; i++)
            {
                _mean[i] += _rows.Values[i] / (Rounds - (Rounds / 2));
            }
        }

        return _mean;
    }

    private void Learn(Example example, bool knowsNothing)
    {
        var sums = new float[example.Sentences.Length][];
        var pulls = new float[example.Sentences.Length][];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = new float[LearnedModel.Lanes];
            pulls[i] = new float[LearnedModel.Lanes];
            _rows.AddTo(sums[i], example.Sentences[i]);
        }

        for (var code = 0; code < example.Labels.Length; code++)
        {
            if (!example.Labels[code])
            {
                PushAway(example, code, sums, pulls);
            }
            else if (knowsNothing)
            {
                PullAll(example, code, sums, pulls);
            }
            else
            {
                PullBest(example, code, sums, pulls);
            }
        }

        for (var i = 0; i < pulls.Length; i++)
        {
            if (pulls[i].AsSpan().ContainsAnyExcept(0))
            {
                _rows.Move(example.Sentences[i], pulls[i], _worth);
            }
        }
    }

    // Whatever is said where the finding is absent does not speak for it.
    private static void PushAway(Example example, int code, float[][] sums, float[][] pulls)
    {
        foreach (var window in example.Windows)
        {
            var excess = Margin + Score(window, code, sums);
            if (excess > 0)
            {
                Pull(window, code, -excess, pulls);
            }
        }
    }

    // Where the finding is present something speaks for it: before anything is known, perhaps each sentence.
    private static void PullAll(Example example, int code, float[][] sums, float[][] pulls)
    {
        foreach (var window in example.Windows.Where(w => w.Title is null))
        {
            var lack = Margin - Score(window, code, sums);
            Pull(window, code, MathF.Max(0, lack) / sums.Length, pulls);
        }
    }

    private static void PullBest(Example example, int code, float[][] sums, float[][] pulls)
    {
        var best = example.Windows.MaxBy(w => Score(w, code, sums));
        var lack = Margin - Score(best, code, sums);
        if (lack > 0)
        {
            Pull(best, code, lack, pulls);
        }
    }

    private static float Score(Window window, int code, float[][] sums) =>
        Bias + ((sums[window.Sentence][code] + (window.Title is { } title ? sums[title][code] : 0)) / MathF.Sqrt(window.Features));

    private static void Pull(Window window, int code, float strength, float[][] pulls)
    {
        var step = Rate * strength / MathF.Sqrt(window.Features);
        pulls[window.Sentence][code] += step;
        if (window.Title is { } title)
        {
            pulls[title][code] += step;
        }
    }

    private void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            _random = (_random * 1664525) + 1013904223;
            var j = (int)((_random >> 8) % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
