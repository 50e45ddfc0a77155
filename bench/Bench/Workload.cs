using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Bench;

/// <summary>What an opening of a request costs a store: an event of usual size, two effects, a list row and an alarm.</summary>
internal sealed class Workload
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Json = $$"""{"declaration":"{{new string('x', 1800)}}"}""";
    private static readonly string SearchText = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"word{i % 37}"));

    private long _made;

    /// <summary>The next one, of a request of its own.</summary>
    public Append Next()
    {
        var number = Interlocked.Increment(ref _made);
        // Spread over the whole range, as drawn ids are.
        var id = RequestId.FromBits((ulong)number * 0x9E3779B97F4A7C15UL >> 20);
        var at = Start.AddMilliseconds(number);
        return new Append(
            id,
            0,
            [new StoredEvent(1, "request-submitted", 1, Json, new string('a', 64))],
            [
                KeyedEffect.For(id, 1, new Effect.Classify(1)),
                KeyedEffect.For(id, 1, new Effect.TellSubmitter(Notice.Received)),
            ],
            null,
            new RequestSummary(
                id, "Moodboards for the harbour scenes", "The Lantern Keepers", "Ines Varga", RequestStatus.Submitted,
                null, null, "the policy", [], at.AddDays(1), at, at, SearchText),
            at.AddHours(1));
    }
}
