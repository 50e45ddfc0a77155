using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Adapters.Files;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
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
    private const double MostForTwiceTheText = 3;
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
        var slow = PathologicalTexts.Worst(policy, Path.Combine(policies, "signals"));
        var loading = Best(() => PolicyFile.Read(Path.Combine(policies, "streamer-genai.yaml")));

        Console.WriteLine($"{median.Count} declarations of median size ({median[0].Description.Length} characters), {words.Count} words of signals");
        Row("declarations a second", judged, LeastPerSecond);
        Row("plain searches a second", searched, LeastPerSecond);
        Row("bytes allocated for each", bytes, MostBytes);
        Row("10 kB of text, ms", ten.TotalMilliseconds, MostForTenKilobytes.TotalMilliseconds);
        Row("loading policy, signals and model, ms", loading.TotalMilliseconds, MostForSignals.TotalMilliseconds);
        Row("worst text, 100 kB beside 50 kB", slow.Ratio, MostForTwiceTheText);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst text of 100 kB, ms {slow.Time.TotalMilliseconds:F0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio to the plain search {searched / judged:F2}"));
        return judged >= LeastPerSecond && bytes <= MostBytes && ten <= MostForTenKilobytes && loading <= MostForSignals && slow.Ratio <= MostForTwiceTheText ? 0 : 1;
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

    private static (double PerSecond, double Bytes) Loop(TimeSpan duration, Func<int, object> work)
    {
        for (var i = 0; i < 2000; i++) work(i);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(start) < duration) work(count++);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return (count / elapsed.TotalSeconds, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / count);
    }

    private static TimeSpan Best(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 20; i++)
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
