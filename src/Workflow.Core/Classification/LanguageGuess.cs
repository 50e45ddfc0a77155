using System.Collections.Frozen;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification;

/// <summary>Tells whether a sentence is in a language that the policy has signals for, by its common words.</summary>
internal static class LanguageGuess
{
    // Fewer words than this may be a name or a title, whatever the language.
    private const int FewWords = 5;
    private const int FewForeignWords = 2;

    // A sentence so long without one common word of ours is not ours.
    private const int ManyWords = 10;

    // Common words of other languages that productions write in, folded; those they share with ours count for both.
    private static readonly FrozenSet<string>[] Others =
    [
        Words("el la los las un una unos unas de del en con para por que como pero esta este esto muy sin sobre tambien hemos vamos se al y lo su sus mas no es son ya nos me le les nuestro nuestra nuestras nuestros queremos hace hacen despues hola todo cuando"),
        Words("il lo la gli le i un una uno di del dello della delle degli dei da dal nel nella con per che non e sono questo questa anche abbiamo ma piu si al alla ci in come su nostro nostra vorremmo ciao tutto quando"),
        Words("o a os as um uma de do da dos das em no na nos nas com por para que nao e sao isso isto este esta tambem temos mas ao se mais como nosso nossa queremos ola tudo quando"),
        Words("der die das und ist nicht ein eine einen einem einer mit fur von dem den des im in auf wir ich sie es auch wird werden sind zu zum zur bei aus als an nur noch wie haben hat unser unsere hallo alles"),
        Words("de het een van en niet voor met wij we ik zijn wordt worden ook aan naar dat deze die in op te is als bij om er maar nog onze ons hallo alles"),
        Words("i w z na do nie jest sie ze jak ale oraz przez tego to co po dla od o juz tylko bedzie beda sa naszych nasz chcemy dzien dobry"),
    ];

    /// <summary>Whether none of these signals can hear the sentence.</summary>
    public static bool IsForeign(Token[] sentence, IReadOnlyList<WordSignals> signals)
    {
        if (sentence.Any(t => t.Word.Length > 0 && IsOtherScript(t.Word[0])))
        {
            return sentence.Count(t => IsOtherScript(t.Word[0])) * 2 > sentence.Length;
        }

        var ours = signals.Count == 0 ? 0 : signals.Max(s => sentence.Count(t => s.CommonWords.Contains(t.Word)));
        var foreign = Others.Max(words => sentence.Count(t => words.Contains(t.Word)));
        return (sentence.Length >= FewWords && foreign >= FewForeignWords && foreign > ours)
            || (sentence.Length >= ManyWords && ours == 0 && !sentence.Any(t => char.IsDigit(t.Word[0])));
    }

    // Beyond Latin with its extensions.
    private static bool IsOtherScript(char letter) => letter is > '\u024F' and not (>= '\u1E00' and <= '\u1EFF');

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
