using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Workflow.Core.Classification.Signals;

namespace Workflow.Core.Classification.Learned;

/// <summary>What was learned from a corpus of labelled declarations: how much each feature of a sentence speaks for each finding.</summary>
/// <remarks>
/// Linear, with whole numbers for weights: a judgement is the same on every machine, and can be shown as the words that
/// weigh most. Read by <see cref="ModelText.Read"/>.
/// </remarks>
public sealed class LearnedModel
{
    /// <summary>The findings it knows, each by its number.</summary>
    internal static readonly FindingCode[] Codes = Enum.GetValues<FindingCode>();

    /// <summary>Weights of one feature: one for each finding, and some that are always 0.</summary>
    internal const int Lanes = 16;

    // The most that short sums of signed bytes bear.
    private const int SafeAdditions = 256;

    private readonly sbyte[] _weights;
    private readonly float[] _units;

    /// <param name="stamp">See <see cref="Stamp"/>.</param>
    /// <param name="bias">The score of a sentence that says nothing.</param>
    /// <param name="units">For each finding, what a weight of one is worth.</param>
    /// <param name="weights"><see cref="Lanes"/> for each feature.</param>
    internal LearnedModel(string stamp, float bias, float[] units, sbyte[] weights)
    {
        Stamp = stamp;
        Bias = bias;
        _units = units;
        _weights = weights;
    }

    /// <summary>SHA-256 of what it was learned from and how, lower-case hexadecimal.</summary>
    public string Stamp { get; }

    internal float Bias { get; }

    internal ReadOnlySpan<float> Units => _units;

    internal ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>How much a feature speaks for a finding.</summary>
    internal int Weight(int feature, int finding) => _weights[(feature * Lanes) + finding];

    /// <summary>What a sentence says for every finding.</summary>
    internal SentenceWeight Weigh(Hearing sentence)
    {
        var scale = new Scale(_weights);
        SentenceFeatures.Walk(sentence, ref scale);
        return scale.Read();
    }

    /// <summary>How much what one sentence says, or two together, speaks for a finding: see <see cref="Listening"/>.</summary>
    internal float Score(int finding, int sum, int features) =>
        (1 + Bias + (_units[finding] * sum / MathF.Sqrt(Math.Max(1, features)))) / 2;

    private ref struct Scale(sbyte[] weights) : SentenceFeatures.ISink
    {
        private readonly ref sbyte _first = ref MemoryMarshal.GetArrayDataReference(weights);
        private SentenceWeight _sums;
        private Vector128<short> _low;
        private Vector128<short> _high;
        private int _additions;

        public void Take(int bucket, int firstWord, int lastWord)
        {
            var row = Vector128.LoadUnsafe(ref _first, (nuint)(bucket * Lanes));
            var (low, high) = Vector128.Widen(row);
            _low += low;
            _high += high;
            _sums.Features++;
            if (++_additions == SafeAdditions - 1)
            {
                Flush();
            }
        }

        public SentenceWeight Read()
        {
            Flush();
            return _sums;
        }

        private void Flush()
        {
            for (var i = 0; i < Lanes / 2; i++)
            {
                _sums.Sums[i] += _low[i];
                _sums.Sums[i + (Lanes / 2)] += _high[i];
            }

            _low = default;
            _high = default;
            _additions = 0;
        }
    }
}

/// <summary>What a sentence says for every finding, before it is set against its length.</summary>
internal struct SentenceWeight
{
    /// <summary>By the number of the finding.</summary>
    public FindingSums Sums;

    /// <summary>How many features it has.</summary>
    public int Features;
}

/// <summary>One whole number for each finding.</summary>
[InlineArray(LearnedModel.Lanes)]
internal struct FindingSums
{
    private int _first;
}
