using System.Collections.Frozen;

namespace Workflow.Core.Intake;

/// <summary>
/// Guesses the language of a text among the eight that productions write in: Korean and Japanese by their script, the
/// others by their commonest small words. It only chooses the language in which somebody is answered, so a wrong guess
/// costs politeness, nothing else.
/// </summary>
public static class LanguageGuess
{
    // Words that are frequent in one of these languages; those that several share speak for none.
    private static readonly (string Tag, FrozenSet<string> Words)[] Languages =
    [
        ("en", Set("the and of to is are we will for with this that it be not from our would by an or you have only which yes use")),
        ("fr", Set("le les du et est nous vous une pour avec dans sur ce cette qui pas sont au aux ou être notre je elle oui où très")),
        ("es", Set("el los las y es nosotros una por este esta que se son al como nuestro nuestra hola sin nuestras nuestros sí pero muy desde después hay unos producción")),
        ("de", Set("der die und ist nicht ein eine einen mit für von dem den im auf wir ich sie auch wird werden sind zu zum aus nur haben unser unsere unserem bei ja nein möchten soll nach vor produktion")),
        ("pt", Set("o os as um uma do da dos em no na nas com não são isso isto também temos ao mais nosso nossa nossos nossas olá sem é pelo pela sim depois mas nós uns produção antes")),
        ("it", Set("il gli di dello della delle degli dei dal nel nella per che non è sono questo questa anche abbiamo alla ci nostro nostra nostri nostre vorremmo ciao senza sì uno ai agli alle dai poi più prima solo la produzione")),
    ];

    private const int Enough = 20_000;

    /// <summary>A language tag; <c>en</c> when nothing speaks for another.</summary>
    public static string Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Enough)).ToString().ToLowerInvariant();
        if (ByScript(sample) is { } tag) return tag;

        var counts = new int[Languages.Length];
        foreach (var word in sample.Split([.. sample.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
        {
            for (var i = 0; i < Languages.Length; i++)
            {
                if (Languages[i].Words.Contains(word)) counts[i]++;
            }
        }

        return Languages[Array.IndexOf(counts, counts.Max())].Tag;
    }

    // Product names and addresses in Latin letters stand in every Asian mail, so a fifth of its letters is enough.
    private static string? ByScript(string sample)
    {
        var letters = sample.Count(char.IsLetter);
        var hangul = sample.Count(c => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF');
        var kana = sample.Count(c => c is >= '\u3041' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F');
        return hangul * 5 > letters && hangul > kana ? "ko"
            : kana * 5 > letters ? "ja"
            : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
