using System.Text.RegularExpressions;

namespace Workflow.Core.Classification.SecondReading;

/// <summary>
/// Blots personal data out of texts: the names that a declaration gives, addresses and telephone numbers. Every text keeps
/// its length, so that a place in it is the same place in the original.
/// </summary>
internal sealed partial class Blots
{
    private const char Blot = '█';

    // Shorter parts of names are also words: "de", "of". In scripts without letters like ours a name has two signs.
    private const int ShortestLatin = 3;
    private const int ShortestOther = 2;

    private readonly IReadOnlyList<string> _names;

    /// <param name="names">People's names as declared; what stands in brackets behind them is not part of them.</param>
    public Blots(IEnumerable<string> names) => _names =
    [
        .. names.SelectMany(name => Bracket().Replace(name, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(part => part.Trim('.', ',', ';', '"'))
            .Where(part => part.Length >= (char.IsAscii(part.FirstOrDefault()) ? ShortestLatin : ShortestOther))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The text with everything personal that is known of blotted out.</summary>
    public string Over(string text)
    {
        var blotted = Number().Replace(Address().Replace(text, Hidden), Hidden);
        return _names.Aggregate(blotted, Without);
    }

    private static string Without(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (IsWhole(text, at, name.Length))
            {
                text = string.Concat(text.AsSpan(0, at), new string(Blot, name.Length), text.AsSpan(at + name.Length));
            }
        }

        return text;
    }

    // "Rose" is not in "Rosemary"; in Korean and Japanese a particle follows at once.
    private static bool IsWhole(string text, int at, int length) =>
        !char.IsAscii(text[at]) || ((at == 0 || !char.IsLetter(text[at - 1])) && (at + length == text.Length || !char.IsLetter(text[at + length])));

    private static string Hidden(Match match) => new(Blot, match.Length);

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+?\d(?:[ ()./-]?\d){6,}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
