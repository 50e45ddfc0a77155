using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Adapters.AzureStorage.Streams;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Index;

/// <summary>Where a row of the index stands.</summary>
internal readonly record struct IndexKey(string Partition, string Row);

/// <summary>
/// What the index holds for a stream, at most one row of each kind: <c>effects</c>, at the instant when its first
/// effect falls due; <c>alarms</c>, when it wants to be woken; <c>dead</c>, when it has dead letters; its summary in the
/// list of all, in that of its production, and in that of each person with an open question or a decision in it.
/// Partitions of due times are days, so that writes spread; those of a list are status and tier, their rows in the
/// order of lists, so that a page of any list costs as much as is on it.
/// </summary>
internal static class IndexRows
{
    public const string Effects = "effects";
    public const string Alarms = "alarms";
    public const string Dead = "dead";

    /// <summary>The list of all requests.</summary>
    public const string OfAll = "list";

    /// <summary>The rows and the text they carry: the summary, or nothing.</summary>
    public static Dictionary<IndexKey, string> Of(StreamState state)
    {
        var rows = new Dictionary<IndexKey, string>();
        if (state.Summary is not { } summary)
            return rows;

        var (place, text) = (Order(summary), SummaryText.Write(summary));
        foreach (var list in summary.Approvers.Select(OfApprover).Append(OfProduction(summary.Production)).Append(OfAll))
            rows.Add(new IndexKey(List(list, summary.Status, summary.Tier), place), text);
        if (state.Live.Min(row => (DateTimeOffset?)row.NextAt) is { } effectsAt)
            rows.Add(Instant(Effects, effectsAt, state.Id), "");
        if (state.Due is { } due)
            rows.Add(Instant(Alarms, due, state.Id), "");
        if (state.Outbox.Where(row => row.IsDead).Min(row => (DateTimeOffset?)row.NextAt) is { } deadSince)
            rows.Add(Instant(Dead, deadSince, state.Id), "");
        return rows;
    }

    /// <summary>The partition of a list.</summary>
    public static string List(string list, RequestStatus status, Tier? tier) => $"{list}-{status}-{tier?.ToString() ?? "None"}";

    /// <summary>The list of a production.</summary>
    public static string OfProduction(string production) => $"production-{Hash(SummaryQuery.KeyOf(production))}";

    /// <summary>The list of a person.</summary>
    public static string OfApprover(string person) => $"approver-{Hash(person)}";

    /// <summary>A row's place in the order of lists: the nearest limit first and none last, then the newest.</summary>
    public static string Order(RequestSummary summary) =>
        $"{Digits(summary.Limit?.UtcTicks ?? long.MaxValue)}-{Digits(long.MaxValue - summary.SubmittedAt.UtcTicks)}-{summary.Id}";

    /// <summary>Above every row whose limit has come by this instant, and below all others.</summary>
    public static string OverdueUpTo(DateTimeOffset now) => $"{Digits(now.UtcTicks)}.";

    /// <summary>The partition of a day.</summary>
    public static string Day(string kind, DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{instant.UtcDateTime:yyyyMMdd}");

    /// <summary>The instant in the key of a row of due times.</summary>
    public static DateTimeOffset InstantOf(string row) =>
        new(long.Parse(row.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The request in the key of a row of due times.</summary>
    public static RequestId RequestOf(string row) => RequestId.Parse(row[20..], CultureInfo.InvariantCulture);

    private static IndexKey Instant(string kind, DateTimeOffset instant, RequestId id) =>
        new(Day(kind, instant), $"{Digits(instant.UtcTicks)}-{id}");

    // Names may be long and hold what keys must not. Readers look at the summary as well.
    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static string Digits(long number) => number.ToString("d19", CultureInfo.InvariantCulture);
}
