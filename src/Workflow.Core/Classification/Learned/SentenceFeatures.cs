using System.Buffers;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Learned;

/// <summary>What a learned model sees of a sentence: runs of two to five characters, words, and pairs of words, hashed.</summary>
/// <remarks>Runs of characters need no notion of a word's stem, nor, in Japanese, of a word.</remarks>
internal static class SentenceFeatures
{
    /// <summary>Features are numbers below this. Part of the model's format.</summary>
    public const int Buckets = 1 << BucketBits;

    private const int BucketBits = 17;
    private const int ShortestRun = 2;
    private const int LongestRun = 5;

    private const uint RunSeed = 2166136261;
    private const uint WordSeed = 3339675911;
    private const uint Prime = 16777619;

    /// <summary>What features are given to, one by one.</summary>
    public interface ISink
    {
        /// <summary>Takes a feature that begins in one word and ends in another, or in the same.</summary>
        void Take(int bucket, int firstWord, int lastWord);
    }

    /// <summary>Gives every feature of a sentence, in the order of its words; repeated ones again.</summary>
    public static void Walk<TSink>(ReadOnlySpan<Token> sentence, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        WalkWords(sentence, ref sink);
        WalkRuns(sentence, ref sink);
    }

    private static void WalkWords<TSink>(ReadOnlySpan<Token> sentence, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var before = 0u;
        for (var i = 0; i < sentence.Length; i++)
        {
            var word = WordSeed;
            foreach (var c in sentence[i].Word)
            {
                word = (word ^ c) * Prime;
            }

            sink.Take(Bucket(word), i, i);
            if (i > 0)
            {
                sink.Take(Bucket((before * 31) ^ word), i - 1, i);
            }

            before = word;
        }
    }

    private static void WalkRuns<TSink>(ReadOnlySpan<Token> sentence, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var length = 1;
        foreach (var token in sentence)
        {
            length += token.Word.Length + 1;
        }

        var text = ArrayPool<char>.Shared.Rent(length);
        var words = ArrayPool<int>.Shared.Rent(length);
        Join(sentence, text, words);
        for (var start = 0; start < length; start++)
        {
            var run = RunSeed;
            for (var end = start; end < length && end - start < LongestRun; end++)
            {
                run = (run ^ text[end]) * Prime;
                if (end - start + 1 >= ShortestRun)
                {
                    sink.Take(Bucket(run), words[start], words[end]);
                }
            }
        }

        ArrayPool<char>.Shared.Return(text);
        ArrayPool<int>.Shared.Return(words);
    }

    // A blank before each word and after the last.
    private static void Join(ReadOnlySpan<Token> sentence, char[] text, int[] words)
    {
        var at = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            words[at] = i;
            text[at++] = ' ';
            foreach (var c in sentence[i].Word)
            {
                words[at] = i;
                text[at++] = c;
            }
        }

        words[at] = sentence.Length - 1;
        text[at] = ' ';
    }

    // The last step of a multiplicative hash leaves its best bits at the top.
    private static int Bucket(uint hash)
    {
        hash ^= hash >> 15;
        return (int)((hash * 2654435769u) >> (32 - BucketBits));
    }
}
