using System.Diagnostics;
using Workflow.Core.Intake;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

/// <summary>
/// What a mail costs is bounded by its size, whatever its shape. Memory is what is alive: the heap after forced
/// collections that run one after another while the mail is read and understood, less the heap before. Allocations
/// would also count what is garbage at once.
/// </summary>
[Collection(nameof(MailCostTests))]
[CollectionDefinition(nameof(MailCostTests), DisableParallelization = true)]
public sealed class MailCostTests
{
    private const int LargeMail = 8 * 1024 * 1024;
    private const long Allowance = 16L * 1024 * 1024;
    private const int Factor = 4;

    // Below the limits on headers and text, so that all of it is worked on; twice as much still is.
    private const int Small = 120_000;
    private const double LongestRatio = 3;
    private const int Repetitions = 5;
    private const int Attempts = 6;

    public static TheoryData<string> Shapes => [.. MailShapes.Names];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Memory_stays_below_four_times_the_mail_and_a_bit(string shape)
    {
        foreach (var size in new[] { 2 * Small, 900_000, LargeMail })
        {
            var mail = MailShapes.Of(shape, size);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var reading = Task.Run(() => UnderstandAsync(mail), TestContext.Current.CancellationToken);
            var peak = before;
            do
            {
                GC.Collect();
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
            while (!reading.IsCompleted);

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
