using System.Numerics;

namespace Workflow.Core.Classification.Learned;

/// <summary>How much is to be learned from a feature: the rarer it is, the more it tells.</summary>
internal static class FeatureWorth
{
    // What one declaration alone has is that declaration's, and nothing to learn from.
    private const int LeastHolders = 2;

    private const float LogOfTwo = 0.6931472f;

    /// <summary>The square of the inverse document frequency of each feature; 0 for those to be left alone.</summary>
    public static float[] In(List<Example> examples)
    {
        var holders = new int[SentenceFeatures.Buckets];
        foreach (var feature in examples.SelectMany(e => e.Sentences.SelectMany(s => s).Distinct()))
        {
            holders[feature]++;
        }

        return [.. holders.Select(h => h < LeastHolders ? 0 : Square(Log((float)(examples.Count + 1) / h)))];
    }

    private static float Square(float x) => x * x;

    // The last digit of a logarithm differs from machine to machine; straight lines between powers of two do not.
    private static float Log(float x)
    {
        var whole = BitOperations.Log2((uint)x);
        return LogOfTwo * (whole + (x / (1u << whole)) - 1);
    }
}
