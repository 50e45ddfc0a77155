using System.Collections.Frozen;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>The signals of all languages of a policy, compiled to be listened with at once.</summary>
/// <remarks>
/// People mix languages: a sentence is heard with the phrases of all that may be in it. A no, though, is only a no in the
/// language that most of it is in: the Portuguese "no" denies nothing.
/// </remarks>
internal sealed class Lexicon
{
    /// <summary>Numbers of grammar phrases: the language's index times this, plus what the phrase does.</summary>
    private const int Kinds = 4;

    private static readonly IReadOnlyDictionary<string, Place> Silence = FrozenDictionary<string, Place>.Empty;

    private readonly string[] _concepts;
    private readonly PhraseIndex _phrases;
    private readonly PhraseIndex _grammar;
    private readonly Negation[] _negations;
    private readonly Spoken _spoken;

    public Lexicon(IReadOnlyList<WordSignals> signals)
    {
        _concepts = [.. signals.SelectMany(s => s.Concepts).Distinct().Order(StringComparer.Ordinal)];
        _phrases = new PhraseIndex(signals.SelectMany((s, language) => s.Phrases.SelectMany(p => p.Value.Select(phrase => (language, (language * _concepts.Length) + Array.IndexOf(_concepts, p.Key), phrase)))));
        _grammar = new PhraseIndex(signals.SelectMany((s, language) => GrammarOf(s.Negation).Select(g => (language, (language * Kinds) + (int)g.Kind, g.Phrase))));
        _negations = [.. signals.Select(s => s.Negation)];
        _spoken = new Spoken(signals);
    }

    private enum Kind
    {
        Negates,
        NegatesBefore,
        OnlyLooksLikeIt,
        EndsIt,
    }

    /// <summary>What a sentence speaks of: for each concept the first place where one of its phrases stands and is not negated.</summary>
    /// <param name="sentence">Its words.</param>
    /// <param name="matches">Room to work in, emptied first.</param>
    public IReadOnlyDictionary<string, Place> Hear(Token[] sentence, List<Match> matches)
    {
        matches.Clear();
        _grammar.Match(sentence, new bool[sentence.Length], ulong.MaxValue, matches);
        var (languages, mixed) = LanguagesOf(sentence, matches);
        var clauses = new NegatedSentence(sentence, matches.Exists(IsNegation) ? [.. languages.Select(l => ScopeIn(l, sentence.Length, matches))] : []);
        matches.Clear();
        _phrases.Match(sentence, clauses.Barriers, mixed, matches);
        if (matches.Count == 0)
        {
            return Silence;
        }

        var heard = new SortedList<string, Place>(StringComparer.Ordinal);
        foreach (var match in matches)
        {
            var concept = _concepts[match.Number % _concepts.Length];
            if (!heard.ContainsKey(concept) && !IsFalseFriend(match, languages) && !clauses.Negate(match))
            {
                heard.Add(concept, new Place(match.Start, match.Start + match.Words - 1));
            }
        }

        return heard;
    }

    /// <summary>Whether a sentence is in a language that nobody here understands.</summary>
    public bool IsForeign(Token[] sentence) => _spoken.IsForeign(sentence);

    // Alone, a word means what it means in the language around it: French "j'ai" is no AI, "livre" no delivery.
    private bool IsFalseFriend(Match match, List<int> languages) =>
        match.Words == 1 && languages.Count > 0 && !languages.Contains(match.Number / _concepts.Length);

    private (List<int> Languages, ulong Mixed) LanguagesOf(Token[] sentence, List<Match> grammar)
    {
        Span<int> negations = stackalloc int[_negations.Length];
        foreach (var match in grammar)
        {
            negations[match.Number / Kinds] += IsNegation(match) ? 1 : 0;
        }

        return _spoken.LanguagesOf(sentence, negations);
    }

    private static bool IsNegation(Match match) => match.Number % Kinds is (int)Kind.Negates or (int)Kind.NegatesBefore;

    private NegationScope ScopeIn(int language, int words, List<Match> matches)
    {
        var negation = _negations[language];
        var except = Marks(Kind.OnlyLooksLikeIt);
        return new NegationScope(
            Without(Marks(Kind.Negates), except), negation.Reach, Without(Marks(Kind.NegatesBefore), except), negation.AfterReach, Marks(Kind.EndsIt));

        bool[] Marks(Kind kind)
        {
            var marks = new bool[words];
            foreach (var match in matches)
            {
                if (match.Number == (language * Kinds) + (int)kind)
                {
                    marks.AsSpan(match.Start, match.Words).Fill(true);
                }
            }

            return marks;
        }
    }

    private static bool[] Without(bool[] marks, bool[] except)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] &= !except[i];
        }

        return marks;
    }

    private static IEnumerable<(Kind Kind, Phrase Phrase)> GrammarOf(Negation negation) =>
    [
        .. negation.Words.Select(p => (Kind.Negates, p)),
        .. negation.After.Select(p => (Kind.NegatesBefore, p)),
        .. negation.Except.Select(p => (Kind.OnlyLooksLikeIt, p)),
        .. negation.EndsAt.Select(p => (Kind.EndsIt, p)),
    ];
}

/// <summary>Words of a sentence, by their indices.</summary>
internal readonly record struct Place(int First, int Last);
