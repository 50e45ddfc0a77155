using System.Buffers;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Learned;

/// <summary>
/// What a learned model sees of a sentence: the concepts that it speaks of, alone and in pairs; runs of two to five
/// characters, words, and pairs of words. All hashed.
/// </summary>
/// <remarks>
/// Concepts have no language: what is learned from them in one holds in all. Runs of characters need no notion of a word's
/// stem, nor, in Japanese, of a word.
/// </remarks>
internal static class SentenceFeatures
{
    /// <summary>Features are numbers below this. Part of the model's format.</summary>
    public const int Buckets = 1 << BucketBits;

    // "Our own sketches" stands in many declarations that an insecure tool is spoken of in, and says nothing of tools.
    private const int FewestWords = 4;

    private const int BucketBits = 17;
    private const int ShortestRun = 2;
    private const int LongestRun = 5;

    // A sentence has hundreds of runs and a handful of concepts, which say more: each counts as often as this.
    private const int ConceptWeight = 6;

    private const uint ConceptSeed = 1540483477;
    private const uint RunSeed = 2166136261;
    private const uint WordSeed = 3339675911;
    private const uint Prime = 16777619;

    /// <summary>What features are given to, one by one.</summary>
    public interface ISink
    {
        /// <summary>Takes a feature that begins in one word and ends in another, or in the same.</summary>
        void Take(int bucket, int firstWord, int lastWord);
    }

    /// <summary>Whether a sentence says enough to be judged by: not a bare label, a greeting or one row of a form.</summary>
    public static bool SaysEnough(Token[] sentence) => sentence.Length >= FewestWords;

    /// <summary>Gives every feature of a sentence, in the order of its words; repeated ones again.</summary>
    public static void Walk<TSink>(Hearing heard, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        WalkConcepts(heard.Concepts, ref sink);
        WalkWords(heard.Sentence, ref sink);
        WalkRuns(heard.Sentence, ref sink);
    }

    private static void WalkConcepts<TSink>(IReadOnlyDictionary<string, Place> concepts, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        foreach (var (name, place) in concepts)
        {
            var one = Hash(ConceptSeed, name);
            Take(one, place.First, place.Last, ref sink);
            foreach (var (otherName, other) in concepts)
            {
                if (string.CompareOrdinal(name, otherName) < 0)
                {
                    Take(Hash(one, otherName), Math.Min(place.First, other.First), Math.Max(place.Last, other.Last), ref sink);
                }
            }
        }

        static void Take(uint hash, int first, int last, ref TSink sink)
        {
            for (var i = 0; i < ConceptWeight; i++)
            {
                sink.Take(Bucket(hash), first, last);
            }
        }
    }

    private static void WalkWords<TSink>(ReadOnlySpan<Token> sentence, ref TSink sink)
        where TSink : struct, ISink, allows ref struct
    {
        var before = 0u;
        for (var i = 0; i < sentence.Length; i++)
        {
            var word = Hash(WordSeed, sentence[i].Word);
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

    private static uint Hash(uint seed, string word)
    {
        foreach (var c in word)
        {
            seed = (seed ^ c) * Prime;
        }

        return seed;
    }

    // The last step of a multiplicative hash leaves its best bits at the top.
    private static int Bucket(uint hash)
    {
        hash ^= hash >> 15;
        return (int)((hash * 2654435769u) >> (32 - BucketBits));
    }
}
