using System.Collections.Frozen;

namespace Workflow.Core.Intake;

/// <summary>
/// Guesses by the commonest small words whether a text is English, French or Spanish. It only chooses the language in
/// which somebody is answered, so a wrong guess costs politeness, nothing else.
/// </summary>
public static class LanguageGuess
{
    // Words of one language that are none in the other two.
    private static readonly (string Tag, FrozenSet<string> Words)[] Languages =
    [
        ("en", Set("the and of to is are we will for with this that it be not from our would in by an or as you")),
        ("fr", Set("le les des du et est nous vous une pour avec dans sur ce cette qui pas sont au aux ou être notre je")),
        ("es", Set("el los las del y es nosotros una para con por este esta que se son al lo como nuestro queremos hola sin")),
    ];

    private const int Enough = 20_000;

    /// <summary>A language tag; <c>en</c> when nothing speaks for another.</summary>
    public static string Of(string text)
    {
        var counts = new int[Languages.Length];
        var sample = text.AsSpan(0, Math.Min(text.Length, Enough)).ToString().ToLowerInvariant();
        foreach (var word in sample.Split([.. sample.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
        {
            for (var i = 0; i < Languages.Length; i++)
            {
                if (Languages[i].Words.Contains(word)) counts[i]++;
            }
        }

        return Languages[Array.IndexOf(counts, counts.Max())].Tag;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
