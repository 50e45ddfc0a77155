namespace Workflow.Core.Classification.Evaluation;

/// <summary>How often a label was given, and how often rightly.</summary>
/// <param name="Right">Expected and given.</param>
/// <param name="Expected">Expected, given or not.</param>
/// <param name="Given">Given, rightly or not.</param>
public sealed record Score(int Right, int Expected, int Given)
{
    /// <summary>The share of the expected that was given; 1 when none was expected.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    /// <summary>The share of the given that was right; of what was never given, 1 only when it was never expected.</summary>
    public double Precision => Given > 0 ? (double)Right / Given : Expected == 0 ? 1 : 0;

    /// <summary>Counts one label over judged cases.</summary>
    internal static Score Of(IReadOnlyCollection<JudgedCase> judged, Func<JudgedCase, bool> expected, Func<JudgedCase, bool> given) => new(
        judged.Count(j => expected(j) && given(j)), judged.Count(expected), judged.Count(given));
}
