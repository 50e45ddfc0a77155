using System.Numerics;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>A part of a phrase, matched word by word.</summary>
/// <remarks>
/// A state is the set of distances from the phrase's first word that have been reached, one bit each. Every part maps
/// a set to a set in time bounded by the length of the phrase, so no text can make matching slow.
/// </remarks>
internal abstract record Pattern
{
    private Pattern()
    {
    }

    /// <summary>The most words a phrase can span: a set has 64 bits.</summary>
    public const int MostWords = 60;

    /// <summary>The most words this part spans.</summary>
    public abstract int Span { get; }

    /// <summary>The least words this part spans.</summary>
    public abstract int Least { get; }

    /// <summary>The words this part can begin with; none for a gap, which is no beginning.</summary>
    public abstract IEnumerable<Literal> Firsts { get; }

    /// <summary>The distances reachable through this part.</summary>
    /// <param name="tokens">From the phrase's first word on.</param>
    /// <param name="barriers">Whether a gap may not step over the word of the same index.</param>
    /// <param name="reached">The distances reached so far.</param>
    public abstract ulong Step(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers, ulong reached);

    /// <summary>One word, or every word that starts like it.</summary>
    public sealed record Literal(string Word, bool Prefix) : Pattern
    {
        public override int Span => 1;

        public override int Least => 1;

        public override IEnumerable<Literal> Firsts => [this];

        public override ulong Step(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers, ulong reached)
        {
            var next = 0UL;
            for (var rest = reached; rest != 0; rest &= rest - 1)
            {
                var at = BitOperations.TrailingZeroCount(rest);
                next |= at < tokens.Length && Fits(tokens[at].Word) ? 1UL << (at + 1) : 0;
            }

            return next;
        }

        private bool Fits(string word) => Prefix ? word.StartsWith(Word, StringComparison.Ordinal) : word == Word;
    }

    /// <summary>Up to so many words of any kind, but never over a negation or into another clause.</summary>
    public sealed record Gap(int Words) : Pattern
    {
        public override int Span => Words;

        public override int Least => 0;

        public override IEnumerable<Literal> Firsts => [];

        public override ulong Step(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers, ulong reached)
        {
            var all = reached;
            for (var word = 0; word < Words && reached != 0; word++)
            {
                var next = 0UL;
                for (var rest = reached; rest != 0; rest &= rest - 1)
                {
                    var at = BitOperations.TrailingZeroCount(rest);
                    next |= at < tokens.Length && !barriers[at] ? 1UL << (at + 1) : 0;
                }

                all |= reached = next;
            }

            return all;
        }
    }

    /// <summary>Parts one after another.</summary>
    public sealed record Sequence(params Pattern[] Parts) : Pattern
    {
        public override int Span { get; } = Parts.Sum(p => p.Span);

        public override int Least { get; } = Parts.Sum(p => p.Least);

        public override IEnumerable<Literal> Firsts
        {
            get
            {
                var skippable = Parts.TakeWhile(p => p.Least == 0).Count();
                return Parts.Take(skippable + 1).SelectMany(p => p.Firsts);
            }
        }

        public override ulong Step(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers, ulong reached)
        {
            foreach (var part in Parts)
            {
                if (reached == 0)
                {
                    break;
                }

                reached = part.Step(tokens, barriers, reached);
            }

            return reached;
        }
    }

    /// <summary>One of several parts.</summary>
    public sealed record OneOf(params Pattern[] Options) : Pattern
    {
        public override int Span { get; } = Options.Max(p => p.Span);

        public override int Least { get; } = Options.Min(p => p.Least);

        public override IEnumerable<Literal> Firsts => Options.SelectMany(p => p.Firsts);

        // Most have many single words: they are looked up together, however many they are.
        private readonly WordSet _words = new(Options.OfType<Literal>());
        private readonly Pattern[] _others = [.. Options.Where(o => o is not Literal)];

        public override ulong Step(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers, ulong reached)
        {
            var all = _words.Step(tokens, reached);
            foreach (var option in _others)
            {
                all |= option.Step(tokens, barriers, reached);
            }

            return all;
        }
    }

    /// <summary>A part that may be missing.</summary>
    public sealed record Maybe(Pattern Part) : Pattern
    {
        public override int Span => Part.Span;

        public override int Least => 0;

        public override IEnumerable<Literal> Firsts => Part.Firsts;

        public override ulong Step(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers, ulong reached) =>
            reached | Part.Step(tokens, barriers, reached);
    }
}
