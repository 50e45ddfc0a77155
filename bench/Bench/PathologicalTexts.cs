using System.Diagnostics;
using System.Text;
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
    private const int Texts = 60;
    private const int TenKilobytes = 10_000;
    private const string LookAlikes = "аеорсухіѕЅｃｌｏｎｅ013457@$!|_-.*\u200B\u0301vc1oné";
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

    /// <summary>How long 10 kB of random Unicode take at worst, and 10 kB of nothing but what looks disguised; from a fixed seed.</summary>
    public static (TimeSpan Unicode, TimeSpan Disguised) WorstOfTenKilobytes(Policy policy)
    {
        var random = new Random(7);
        var times = Enumerable.Range(0, Texts).Select(i => (Kind: i % 4, Time: Take(policy, Anything(random, i % 4)))).ToLookup(t => t.Kind is 0, t => t.Time);
        return (times[true].Max(), times[false].Max());
    }

    // Any sign at all; short words of any letters; letters that look like others among blanks; marks upon marks.
    private static string Anything(Random random, int kind)
    {
        var text = new StringBuilder();
        while (text.Length < TenKilobytes)
        {
            text.Append(kind switch
            {
                0 => Sign(random, 0x20, 0x10FFFF),
                1 => random.Next(6) == 0 ? " " : Sign(random, 0x41, 0x24F),
                2 => random.Next(3) == 0 ? " " : LookAlikes[random.Next(LookAlikes.Length)].ToString(),
                _ => random.Next(9) == 0 ? "a " : Sign(random, 0x300, 0x36F),
            });
        }

        return text.ToString()[..TenKilobytes];
    }

    private static string Sign(Random random, int from, int to)
    {
        var sign = random.Next(from, to + 1);
        return sign is >= 0xD800 and <= 0xDFFF ? "?" : char.ConvertFromUtf32(sign);
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
