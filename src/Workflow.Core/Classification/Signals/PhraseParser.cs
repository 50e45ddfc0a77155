using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>
/// Reads a phrase as lawyers and linguists write it: words; <c>clon*</c> any ending; <c>(a|b c)</c> one of;
/// <c>[very]</c> may be missing; <c>...</c> up to four words between. Case, accents, hyphens and apostrophes do not matter.
/// </summary>
internal sealed class PhraseParser
{
    /// <summary>How many words "..." passes over at most, unless a document says otherwise.</summary>
    public const int GapWords = 4;

    private const int MostLevels = 4;

    private readonly string _text;
    private readonly int _gap;
    private int _at;

    private PhraseParser(string text, int gap) => (_text, _gap) = (text, gap);

    /// <summary>The pattern, or what is wrong in words.</summary>
    public static (Pattern? Pattern, string? Problem) Parse(string text, int gap = GapWords)
    {
        try
        {
            var parser = new PhraseParser(text, gap);
            var pattern = parser.Options(0);
            return parser._at < text.Length ? (null, $"'{text[parser._at]}' closes nothing")
                : pattern.Least == 0 ? (null, "it needs at least one word that must be there")
                : BeginsWithGap(pattern) ? (null, "it must begin with a word")
                : pattern.Span > Pattern.MostWords ? (null, $"it can span more than {Pattern.MostWords} words")
                : (pattern, null);
        }
        catch (FormatException malformed)
        {
            return (null, malformed.Message);
        }
    }

    private static bool BeginsWithGap(Pattern pattern) => pattern switch
    {
        Pattern.Gap => true,
        Pattern.Sequence sequence => sequence.Parts.Take(sequence.Parts.TakeWhile(p => p.Least == 0).Count() + 1).Any(BeginsWithGap),
        Pattern.OneOf choice => choice.Options.Any(BeginsWithGap),
        Pattern.Maybe maybe => BeginsWithGap(maybe.Part),
        _ => false,
    };

    private Pattern Options(int level)
    {
        if (level > MostLevels)
        {
            throw new FormatException($"more than {MostLevels} brackets within each other");
        }

        var options = new List<Pattern> { Sequence(level) };
        while (Next('|'))
        {
            options.Add(Sequence(level));
        }

        return options is [var only] ? only : new Pattern.OneOf([.. options]);
    }

    // A part alone is no sequence: alternatives that are single words are looked up together.
    private Pattern Sequence(int level)
    {
        var parts = new List<Pattern>();
        while (_at < _text.Length && _text[_at] is not ('|' or ')' or ']'))
        {
            if (Next('('))
            {
                parts.Add(Options(level + 1));
                Close(')');
            }
            else if (Next('['))
            {
                parts.Add(new Pattern.Maybe(Options(level + 1)));
                Close(']');
            }
            else if (_text.AsSpan(_at).StartsWith("..."))
            {
                _at += 3;
                parts.Add(new Pattern.Gap(_gap));
            }
            else
            {
                parts.AddRange(Words());
            }
        }

        return parts is [var only] ? only : new Pattern.Sequence([.. parts]);
    }

    private List<Pattern> Words()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('|' or '(' or ')' or '[' or ']' or '*')
            && !_text.AsSpan(_at).StartsWith("..."))
        {
            _at++;
        }

        var words = Sentences.Of(_text[start.._at]).SelectMany(s => s).ToList();
        var open = Next('*');
        if (open && (words.Count == 0 || words[^1].End != _at - 1 - start))
        {
            throw new FormatException("'*' must follow the beginning of a word");
        }

        return [.. words.Select((word, i) => (Pattern)new Pattern.Literal(word.Word, open && i == words.Count - 1))];
    }

    private bool Next(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Close(char bracket)
    {
        if (!Next(bracket))
        {
            throw new FormatException($"'{bracket}' is missing");
        }
    }
}
