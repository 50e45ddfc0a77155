namespace Workflow.Core.Classification.Learned;

/// <summary>Makes whole numbers of what was learned, so that a model is small and judges alike everywhere.</summary>
internal static class Quantiser
{
    /// <summary>The model whose weights come nearest, each finding on its own scale.</summary>
    public static LearnedModel Quantise(float[] learned, string stamp)
    {
        var units = new float[LearnedModel.Codes.Length];
        var weights = new sbyte[learned.Length];
        for (var code = 0; code < units.Length; code++)
        {
            var most = 0f;
            for (var i = code; i < learned.Length; i += LearnedModel.Lanes)
            {
                most = MathF.Max(most, MathF.Abs(learned[i]));
            }

            units[code] = most == 0 ? 1 : most / sbyte.MaxValue;
            for (var i = code; i < learned.Length; i += LearnedModel.Lanes)
            {
                weights[i] = (sbyte)MathF.Round(learned[i] / units[code]);
            }
        }

        return new LearnedModel(stamp, Descent.Bias, units, weights);
    }
}
