using System.Diagnostics;
using System.Text.RegularExpressions;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Bench;

/// <summary>
/// Texts written to be slow: the beginning of one phrase of the signals, again and again, so that every word begins a match
/// that comes to nothing.
/// </summary>
internal static partial class PathologicalTexts
{
    private const int PhrasesPerLanguage = 12;
    private const int Short = 25_000;
    private const int Long = 4 * Short;

    /// <summary>How much longer 100 kB of such a text take than 25 kB, and how long 100 kB take, both at worst.</summary>
    public static (double Ratio, TimeSpan Time) Worst(Policy policy, string signals)
    {
        var (ratio, time) = (0.0, TimeSpan.Zero);
        foreach (var beginning in Directory.GetFiles(signals, "*.yaml").SelectMany(Beginnings))
        {
            var part = Take(policy, Repeated(beginning, Short));
            var whole = Take(policy, Repeated(beginning, Long));
            ratio = Math.Max(ratio, whole / part);
            time = whole > time ? whole : time;
        }

        return (ratio, time);
    }

    private static string Repeated(string words, int length)
    {
        var once = words + " ";
        return string.Concat(Enumerable.Repeat(once, (length / once.Length) + 1))[..length];
    }

    private static TimeSpan Take(Policy policy, string text)
    {
        var declaration = new Declaration { Title = "Long", Description = text };
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Classifier.Assess(policy, declaration, []);
            var taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        return best;
    }

    // The phrases with the most gaps and options, of each alternative the first, all but the last word.
    private static IEnumerable<string> Beginnings(string file) => File.ReadLines(file)
        .Where(line => line.StartsWith("    - ", StringComparison.Ordinal))
        .OrderByDescending(line => line.Count(c => c is '.' or '[' or '(')).ThenByDescending(line => line.Length)
        .Take(PhrasesPerLanguage)
        .Select(line => Words(line[6..]));

    private static string Words(string phrase)
    {
        var plain = phrase.Trim('"');
        for (var next = First().Replace(plain, "$1"); next != plain; next = First().Replace(plain, "$1"))
        {
            plain = next;
        }

        var words = Signs().Replace(plain.Replace("...", "so", StringComparison.Ordinal), "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Length > 1 ? words[..^1] : words);
    }

    [GeneratedRegex(@"[(\[]([^()\[\]|]*)(?:\|[^()\[\]]*)?[)\]]")]
    private static partial Regex First();

    [GeneratedRegex(@"[*\[\]()|]")]
    private static partial Regex Signs();
}
