using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Workflow.Core.Classification.Learned;

/// <summary>The weights of every feature while they are learned, <see cref="LearnedModel.Lanes"/> for each.</summary>
/// <remarks>Lane by lane, so that the width of a machine's registers changes no digit; never multiplied and added in one.</remarks>
internal sealed class Rows
{
    private static readonly int Width = Vector128<float>.Count;

    private readonly float[] _values = new float[SentenceFeatures.Buckets * LearnedModel.Lanes];

    public float[] Values => _values;

    /// <summary>Adds the rows of features to sums.</summary>
    public void AddTo(Span<float> sums, ReadOnlySpan<int> features)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_values);
        for (var lane = 0; lane < LearnedModel.Lanes; lane += Width)
        {
            var sum = Vector128<float>.Zero;
            foreach (var feature in features)
            {
                sum += Vector128.LoadUnsafe(ref first, (nuint)((feature * LearnedModel.Lanes) + lane));
            }

            sum.CopyTo(sums[lane..]);
        }
    }

    /// <summary>Moves the rows of features by a step, each as far as it is worth.</summary>
    public void Move(ReadOnlySpan<int> features, ReadOnlySpan<float> step, float[] worth)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(_values);
        for (var lane = 0; lane < LearnedModel.Lanes; lane += Width)
        {
            var direction = Vector128.Create(step[lane..]);
            foreach (var feature in features)
            {
                var at = (nuint)((feature * LearnedModel.Lanes) + lane);
                (Vector128.LoadUnsafe(ref first, at) + (direction * worth[feature])).StoreUnsafe(ref first, at);
            }
        }
    }
}
