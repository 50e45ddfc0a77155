using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Adapters.Files;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Documents;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Bench;

/// <summary>
/// How fast the built-in policy judges declarations of median size on one core, how much memory each takes and what
/// loading costs, beside a plain search for the same words in the same texts, and beside the limits.
/// </summary>
internal static partial class ClassifyBench
{
    private const double LeastPerSecond = 5000;
    private const double MostBytes = 20 * 1024;

    // Four is linear, sixteen quadratic.
    private const double MostForFourTimesTheText = 8;
    private const int Rounds = 5;
    private static readonly TimeSpan MostForSignals = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan MostForTenKilobytes = TimeSpan.FromMilliseconds(5);

    public static int Run(TimeSpan duration)
    {
        var policies = Path.Combine(AppContext.BaseDirectory, "policies");
        var policy = PolicyFile.Read(Path.Combine(policies, "streamer-genai.yaml")).Policy ?? throw new InvalidOperationException("The policy cannot be read.");
        var median = OfMedianSize([.. Directory.GetFiles(Path.Combine(policies, "corpus"), "*.jsonl").SelectMany(Cases)]);
        var words = WordsOf(Path.Combine(policies, "signals"));

        var (judged, bytes) = Loop(duration, i => Classifier.Assess(policy, median[i % median.Count], []));
        var (searched, _) = Loop(duration, i => words.Count(w => median[i % median.Count].Description.Contains(w, StringComparison.OrdinalIgnoreCase)));
        var long10 = string.Join("\n\n", median.Select(d => d.Description))[..10_000];
        var ten = Best(() => Classifier.Assess(policy, median[0] with { Description = long10 }, []));
        var (unicode, disguised) = PathologicalTexts.WorstOfTenKilobytes(policy);
        var slow = PathologicalTexts.Worst(policy, Path.Combine(policies, "signals"));
        var texts = Directory.GetFiles(Path.Combine(policies, "signals"), "*.yaml").Select(File.ReadAllText).ToList();
        var loading = Best(() => GC.KeepAlive(new Lexicon([.. texts.Select(text => SignalsReader.Read(text, new ProblemList("signals"))!)])));

        Console.WriteLine($"{median.Count} declarations of median size ({median[0].Description.Length} characters), {words.Count} words of signals");
        Row("declarations a second", judged, LeastPerSecond);
        Row("plain searches a second", searched, LeastPerSecond);
        Row("bytes allocated for each", bytes, MostBytes);
        Row("10 kB of text, ms", ten.TotalMilliseconds, MostForTenKilobytes.TotalMilliseconds);
        Row("loading all signals, ms", loading.TotalMilliseconds, MostForSignals.TotalMilliseconds);
        Row("10 kB of random Unicode, worst, ms", unicode.TotalMilliseconds, MostForTenKilobytes.TotalMilliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"10 kB of nothing but disguises, worst, ms {disguised.TotalMilliseconds:F1}"));
        Row("worst text, 100 kB beside 25 kB", slow.Ratio, MostForFourTimesTheText);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst text of 100 kB, ms {slow.Time.TotalMilliseconds:F0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio to the plain search {searched / judged:F2}"));
        return judged >= LeastPerSecond && bytes <= MostBytes && ten <= MostForTenKilobytes && unicode <= MostForTenKilobytes && loading <= MostForSignals && slow.Ratio <= MostForFourTimesTheText ? 0 : 1;
    }

    private static IReadOnlyList<LabelledCase> Cases(string file) => CaseReader.Read(new DocumentText(file, File.ReadAllText(file))).Cases;

    // The tenth in the middle.
    private static List<Declaration> OfMedianSize(List<LabelledCase> cases)
    {
        var bySize = cases.Select(c => c.Declaration).OrderBy(d => d.Description.Length).ToList();
        return [.. bySize.Skip(bySize.Count * 45 / 100).Take(bySize.Count / 10)];
    }

    // Of each phrase its longest run of letters: what somebody would search for who has no classifier.
    private static List<string> WordsOf(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.yaml")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("    - ", StringComparison.Ordinal))
            .Select(line => Letters().Matches(line).Select(m => m.Value).MaxBy(w => w.Length))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    // The first round is the compiler's. Then the best of several: a neighbour on the machine makes one slower, never faster.
    private static (double PerSecond, double Bytes) Loop(TimeSpan duration, Func<int, object> work)
    {
        Round(duration, work);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Round(duration / Rounds, work)).ToList();
        return (rounds.Max(r => r.PerSecond), rounds.Min(r => r.Bytes));
    }

    private static (double PerSecond, double Bytes) Round(TimeSpan duration, Func<int, object> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(start) < duration) work(count++);
        return (count / Stopwatch.GetElapsedTime(start).TotalSeconds, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / count);
    }

    private static TimeSpan Best(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 60; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            var taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        return best;
    }

    private static void Row(string what, double value, double limit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-40} {value,12:F1}  {value / limit,6:F2} of {limit:F0}"));

    [GeneratedRegex(@"\p{L}{3,}|\p{IsHiragana}+|\p{IsKatakana}+|\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Letters();
}
