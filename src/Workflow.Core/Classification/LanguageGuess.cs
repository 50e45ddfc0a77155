using System.Collections.Frozen;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification;

/// <summary>Tells whether a sentence is in a language that the policy has signals for, by its common words.</summary>
internal static class LanguageGuess
{
    // Fewer words than this may be a name or a title, whatever the language.
    private const int FewWords = 5;
    private const int FewForeignWords = 3;

    // A sentence so long without one common word of ours is not ours.
    private const int ManyWords = 10;

    // Common words of Spanish, Italian, Portuguese, German, Dutch and Polish that are no words of ours.
    private static readonly FrozenSet<string> Foreign = (
        "el los las una unas del con para por que como pero esta este esto muy sin sobre tambien hemos vamos se al y lo su sus mas " +
        "il lo gli della dello delle degli dei nel nella con per che non sono questo questa anche abbiamo ma piu una di da " +
        "o os um uma dos das na no nas nos com nao sao isso isto tambem temos mas em ao " +
        "der die das und ist nicht ein eine einen mit fur von dem den im auf wir ich sie es auch wird werden sind zu bei aus " +
        "het een van en niet voor met wij ik zijn wordt ook aan naar dat deze " +
        "nie jest sie na do ze jak ale oraz przez tego").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether none of these signals can hear the sentence.</summary>
    public static bool IsForeign(Token[] sentence, IReadOnlyList<WordSignals> signals)
    {
        if (sentence.Any(t => t.Word.Length > 0 && IsOtherScript(t.Word[0])))
        {
            return sentence.Count(t => IsOtherScript(t.Word[0])) * 2 > sentence.Length;
        }

        var ours = signals.Count == 0 ? 0 : signals.Max(s => sentence.Count(t => s.CommonWords.Contains(t.Word)));
        var foreign = sentence.Count(t => Foreign.Contains(t.Word));
        return (sentence.Length >= FewWords && foreign >= FewForeignWords && foreign > ours)
            || (sentence.Length >= ManyWords && ours == 0 && !sentence.Any(t => char.IsDigit(t.Word[0])));
    }

    // Beyond Latin with its extensions.
    private static bool IsOtherScript(char letter) => letter is > '\u024F' and not (>= '\u1E00' and <= '\u1EFF');
}
