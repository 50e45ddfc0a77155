using System.Collections.Frozen;
using System.Numerics;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>Tells the language of a sentence by its small words and its script.</summary>
internal sealed class Spoken
{
    // Fewer words than this may be a name or a title, whatever the language.
    private const int FewWords = 5;
    private const int FewForeignWords = 2;

    // So many common words of one language, and those with fewer than half as many are not in the sentence.
    private const int PlainlyMore = 3;

    // A sentence so long without one common word of ours is not ours.
    private const int ManyWords = 10;

    // Common words of languages that productions write in, folded, for policies without signals for them. Those they share
    // with ours count for both.
    private static readonly (string Language, string[] Words)[] Known =
    [
        ("es", Words("el la los las un una unos unas de del en con para por que como pero esta este esto muy sin sobre tambien hemos vamos se al y lo su sus mas no es son ya nos me le les nuestro nuestra nuestras nuestros queremos hace hacen despues hola todo cuando")),
        ("it", Words("il lo la gli le i un uno una di del dello della delle degli dei da dal nel nella con per che non e sono questo questa anche abbiamo ma piu si al alla ci in come su nostro nostra vorremmo ciao tutto quando")),
        ("pt", Words("o a os as um uma de do da dos das em no na nos nas com por para que nao e sao isso isto este esta tambem temos mas ao se mais como nosso nossa queremos ola tudo quando")),
        ("de", Words("der die das und ist nicht ein eine einen einem einer mit fur von dem den des im in auf wir ich sie es auch wird werden sind zu zum zur bei aus als an nur noch wie haben hat unser unsere hallo alles")),
        ("nl", Words("de het een van en niet voor met wij we ik zijn wordt worden ook aan naar dat deze die in op te is als bij om er maar nog onze ons hallo alles")),
        ("pl", Words("i w z na do nie jest sie ze jak ale oraz przez tego to co po dla od o juz tylko bedzie beda sa naszych nasz chcemy dzien dobry")),
        ("sv", Words("och att det som en ett ar var for med till av pa den de har inte om vi sa kan men vara ska fran eller bara nu vid efter hur dar alla vill kommer blir var vara vart hej tack")),
        ("da", Words("og at det som en et er var for med til af pa den de har ikke om vi sa kan men vaere skal fra eller kun nu ved efter hvor alle vil kommer bliver vores hej tak")),
        ("no", Words("og at det som en et er var for med til av pa den de har ikke om vi sa kan men vaere skal fra eller bare na ved etter hvor alle vil kommer blir vare hei takk")),
        ("fi", Words("ja on ei se etta ovat oli han joka mutta kun tai niin myos kuin ole vain sita ne nyt meidan voi tama ovat taman mita jos hei kiitos emme kaikki jalkeen ennen")),
        ("cs", Words("a je se na v ze to s z do o pro jako ale by jsme jsou si od po ktere ktery pri nebo jen jsem bude budou uz ani nas nase dekuji dobry den")),
        ("ro", Words("si in de la cu pe nu este sunt pentru din care sau mai un o ca sa ce am vom fi dar doar noastre nostru buna multumesc dupa toate cand")),
        ("hu", Words("a az es hogy nem egy van is meg de csak ha vagy mint ez azt mar lesz kell ki be el minden nagyon volt a mi koszonjuk udvozlettel")),
        ("tr", Words("ve bir bu da de icin ile cok olarak gibi daha ama ne var yok olan kadar sonra degil biz bizim her ya merhaba tesekkurler")),
    ];

    private readonly FrozenDictionary<string, int[]> _common;
    private readonly int _languages;
    private readonly int _korean;
    private readonly int _japanese;

    // The languages without signals that a word is common in, one bit each.
    private readonly FrozenDictionary<string, int> _foreign;

    public Spoken(IReadOnlyList<WordSignals> signals)
    {
        _languages = signals.Count;
        _common = signals.SelectMany((s, i) => s.CommonWords.Select(word => (word, i)))
            .GroupBy(w => w.word, w => w.i, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _korean = IndexOf("ko");
        _japanese = IndexOf("ja");
        _foreign = Known.Where(k => IndexOf(k.Language) < 0)
            .SelectMany((k, i) => k.Words.Select(word => (word, Bit: 1 << i)))
            .GroupBy(w => w.word, w => w.Bit, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);

        int IndexOf(string language) => signals.Select((s, i) => (s.Language, i)).Where(s => s.Language == language).Select(s => s.i).FirstOrDefault(-1);
    }

    /// <summary>
    /// The languages that most of its words are of: several when as many are of each, none when no word is known. And those
    /// that it may be mixed with, one bit each: all, unless some are plainly more in it than others.
    /// </summary>
    /// <param name="sentence">Its words.</param>
    /// <param name="negations">For each language how many negations are in it.</param>
    public (List<int> Languages, ulong Mixed) LanguagesOf(ReadOnlySpan<Token> sentence, ReadOnlySpan<int> negations)
    {
        Span<int> counts = stackalloc int[_languages];
        negations.CopyTo(counts);
        Count(sentence, counts);
        var most = Most(counts);
        var languages = new List<int>(1);
        var mixed = 0UL;
        for (var language = 0; language < counts.Length; language++)
        {
            if (counts[language] == most && most > 0)
            {
                languages.Add(language);
            }

            mixed |= most < PlainlyMore || counts[language] * 2 >= most ? 1UL << language : 0;
        }

        return (languages, mixed);
    }

    /// <summary>Whether it is in a language without signals.</summary>
    public bool IsForeign(ReadOnlySpan<Token> sentence)
    {
        var (otherScript, notOurs, digits) = (0, 0, 0);
        foreach (var token in sentence)
        {
            var isOther = IsOtherScript(token.Word);
            otherScript += isOther ? 1 : 0;
            notOurs += isOther && !IsOurScript(token.Word) ? 1 : 0;
            digits += char.IsDigit(token.Word[0]) ? 1 : 0;
        }

        if (otherScript > 0)
        {
            return notOurs * 2 > sentence.Length;
        }

        Span<int> counts = stackalloc int[_languages];
        Count(sentence, counts);
        var ours = Most(counts);
        var foreign = CountForeign(sentence);
        return (sentence.Length >= FewWords && foreign >= FewForeignWords && foreign > ours)
            || (sentence.Length >= ManyWords && ours == 0 && digits == 0);
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        foreach (var count in counts)
        {
            most = Math.Max(most, count);
        }

        return most;
    }

    private int CountForeign(ReadOnlySpan<Token> sentence)
    {
        Span<int> counts = stackalloc int[Known.Length];
        foreach (var token in sentence)
        {
            for (var rest = _foreign.GetValueOrDefault(token.Word); rest != 0; rest &= rest - 1)
            {
                counts[BitOperations.TrailingZeroCount(rest)]++;
            }
        }

        return Most(counts);
    }

    private void Count(ReadOnlySpan<Token> sentence, Span<int> counts)
    {
        foreach (var token in sentence)
        {
            foreach (var language in _common.TryGetValue(token.Word, out var common) ? common : [])
            {
                counts[language]++;
            }

            if ((Script.IsHangul(token.Word) ? _korean : Script.IsJapanese(token.Word) ? _japanese : -1) is >= 0 and var byScript)
            {
                counts[byScript]++;
            }
        }
    }

    private bool IsOurScript(string word) => (_korean >= 0 && Script.IsHangul(word)) || (_japanese >= 0 && Script.IsJapanese(word));

    // Beyond Latin with its extensions.
    private static bool IsOtherScript(string word) => word[0] is > '\u024F' and not (>= '\u1E00' and <= '\u1EFF');

    private static string[] Words(string words) => [.. words.Split(' ').Distinct(StringComparer.Ordinal)];
}
