using System.Diagnostics;
using Workflow.Core.Intake;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

/// <summary>
/// What a mail costs is bounded by its size, whatever its shape. Memory is what is alive: what full collections find, which
/// run one after another while the mail is read and understood, less what the first one found. Allocations would also
/// count what is garbage at once.
/// </summary>
[Collection(nameof(MailCostTests))]
[CollectionDefinition(nameof(MailCostTests), DisableParallelization = true)]
public sealed class MailCostTests
{
    private const int LargeMail = 8 * 1024 * 1024;
    private const int JustAllowed = 480_000;
    private const long Allowance = 16L * 1024 * 1024;
    private const int Factor = 4;

    // Collections one after another see all of a short reading, and would keep a long one from getting on.
    private const int Dense = 30;

    // Below the limits on headers and text, so that all of it is worked on; twice as much still is.
    private const int Small = 120_000;
    private const double LongestRatio = 3;
    private const int Repetitions = 3;
    private const int Attempts = 6;

    public static TheoryData<string> Shapes => [.. MailShapes.Names];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Memory_stays_below_four_times_the_mail_and_a_bit(string shape)
    {
        foreach (var size in new[] { 2 * Small, JustAllowed, LargeMail })
        {
            var mail = MailShapes.Of(shape, size);
            var before = Alive();
            var reading = Task.Run(() => UnderstandAsync(mail), TestContext.Current.CancellationToken);
            var peak = before;
            for (var samples = 0; !reading.IsCompleted; samples++)
            {
                peak = Math.Max(peak, Alive());
                if (samples > Dense) await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
            }

            await reading;
            Assert.InRange(peak - before, long.MinValue, (Factor * (long)mail.Length) + Allowance);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Twice_the_size_takes_less_than_three_times_the_time(string shape)
    {
        var (small, large) = (MailShapes.Of(shape, Small), MailShapes.Of(shape, 2 * Small));
        await UnderstandAsync(large);

        // The machine is shared: only a cost that is more than linear shows in every attempt.
        var ratios = new List<double>();
        while (ratios.Count < Attempts && !ratios.Exists(ratio => ratio < LongestRatio)) ratios.Add(await ShortestAsync(large) / await ShortestAsync(small));

        Assert.Contains(ratios, ratio => ratio < LongestRatio);
    }

    private static long Alive()
    {
        GC.Collect();
        var found = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return found.HeapSizeBytes - found.FragmentedBytes;
    }

    private static async Task<double> ShortestAsync(byte[] mail)
    {
        var shortest = TimeSpan.MaxValue;
        for (var i = 0; i < Repetitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await UnderstandAsync(mail);
            var took = Stopwatch.GetElapsedTime(start);
            if (took < shortest) shortest = took;
        }

        return shortest.TotalMilliseconds;
    }

    private static async Task UnderstandAsync(byte[] mail)
    {
        if (await Corpus.Reader().ReadAsync(new MemoryStream(mail), CancellationToken.None) is MailReading.Read { Mail: var read })
        {
            MailDraft.Of(read, MailSamples.Productions);
        }
    }
}
