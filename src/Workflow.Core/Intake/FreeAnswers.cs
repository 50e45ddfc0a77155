using System.Text.RegularExpressions;

namespace Workflow.Core.Intake;

/// <summary>
/// Answers to the five principles as people write them without our labels: "1: yes, 2) no", "P1–P5: yes", "1. oui" line
/// by line. Only lines that are answers from end to end count; numbers without a P must be at least two, each once and
/// none above five, for otherwise they number something else.
/// </summary>
internal static partial class FreeAnswers
{
    private const int LongestLine = 200;

    /// <summary>The lines that are such answers, each with what it says; labelled lines of one principle are not among them.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<(MailField Field, string Value)>> In(string[] lines)
    {
        var found = new Dictionary<int, IReadOnlyList<(MailField, string)>>();
        var bare = new List<(int Line, IReadOnlyList<Item> Items)>();
        var numbersElse = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length is 0 or > LongestLine) continue;

            var key = MailLabels.Key(lines[i].Trim(' ', '\t', '\u00a0', '*', '-', '•'));
            var items = Pieces(key) ?? [];
            if (items.Count == 0)
            {
                numbersElse |= OtherNumber().IsMatch(key);
            }
            else if (items.Any(item => item.IsBare))
            {
                bare.Add((i, items));
            }
            else if (items.Count > 1)
            {
                found.Add(i, Said(items));
            }
        }

        int[] numbers = [.. bare.SelectMany(b => b.Items).Select(item => item.Number)];
        if (numbers.Length > 1 && numbers.Distinct().Count() == numbers.Length && !numbersElse)
        {
            foreach (var (line, items) in bare) found.Add(line, Said(items));
        }

        return found;
    }

    private static IReadOnlyList<(MailField, string)> Said(IReadOnlyList<Item> items) =>
        [.. items.Select(item => (MailField.P1 + item.Number - 1, item.Answer))];

    // Every piece must be an answer; else the whole line may still be one, with its explanation or for several numbers.
    private static List<Item>? Pieces(string line)
    {
        if (line.Length == 0 || !(char.IsAsciiDigit(line[0]) || line[0] == 'p')) return null;

        var pieces = PieceBreak().Split(line).Where(piece => piece.Length > 0).Select(piece => Piece().Match(piece)).ToList();
        if (pieces.Count > 0 && pieces.TrueForAll(piece => piece.Success && MailValues.IsAnswer(piece.Groups["answer"].Value)))
        {
            return [.. pieces.Select(Read)];
        }

        if (Several().Match(line) is { Success: true } several && MailValues.IsAnswer(several.Groups["answer"].Value))
        {
            return [.. Numbers(several.Groups["head"].Value).Select(n => new Item(n, several.Groups["answer"].Value, line[0] != 'p'))];
        }

        return Piece().Match(line) is { Success: true } whole && line[0] != 'p' && MailValues.Read(MailField.P1, whole.Groups["answer"].Value) is not null
            ? [Read(whole)]
            : null;
    }

    private static Item Read(Match piece) =>
        new(piece.Groups["n"].ValueSpan[0] - '0', piece.Groups["answer"].Value, !piece.Groups["p"].Success);

    // "1-3" counts up, "1, 3" does not.
    private static IEnumerable<int> Numbers(string head)
    {
        var last = 0;
        foreach (Match match in NumberWithLink().Matches(head))
        {
            var number = match.Groups[2].ValueSpan[0] - '0';
            var isRange = last > 0 && match.Groups[1].Value.Trim() is not ("," or "&" or "+" or "and" or "und" or "et" or "y" or "e");
            for (var n = isRange ? last + 1 : number; n <= number; n++) yield return n;
            last = number;
        }
    }

    private sealed record Item(int Number, string Answer, bool IsBare);

    [GeneratedRegex(@"\s*[,;/|、]\s*|\s+(?=p\s?[1-5]\b)", RegexOptions.CultureInvariant)]
    private static partial Regex PieceBreak();

    [GeneratedRegex(@"^(?:(?<p>p)\s?(?<n>[1-5])(?:\s*[:.)=–—-]\s*|\s+)|(?<n>[1-5])\s*[:.)=–—-]\s*)(?<answer>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(
        @"^(?<head>(?:p\s?)?[1-5](?:\s?(?:[,&+]|-|–|~|to|bis|a|and|und|et|y|e)\s?(?:p\s?)?[1-5])+)\s*[:=)–—-]?\s*(?<answer>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex(@"([^\dp]*?)p?\s?([1-5])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWithLink();

    [GeneratedRegex(@"^(?:[6-9]|\d{2,})\s?[.):]\s", RegexOptions.CultureInvariant)]
    private static partial Regex OtherNumber();
}
