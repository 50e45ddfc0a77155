using Azure.Data.Tables;
using Workflow.Adapters.AzureStorage.Index;
using Workflow.Adapters.AzureStorage.Streams;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="ISummaries" />
/// <remarks>
/// <para>Each request has a row in the list of all, in that of its production and in that of each of its approvers; each
/// list has a partition for each status and tier, and there the order of lists. A page is merged from the first rows of
/// the partitions that the query asks for, at most twenty: it costs the same however many requests there are. Asked for
/// an approver and a production at once, or for a standing, it looks through a list as a search does.</para>
/// <para>Tables have no index of words. A search for an id reads that request; any other looks through the list in
/// its order, open requests first, and after <see cref="MostLookedThrough"/> rows gives what it has found so far,
/// perhaps nothing, with a continuation.</para>
/// <para>Counting reads the keys of all open requests, a thousand at a time.</para>
/// </remarks>
internal sealed class TablesSummaries(IndexTable index, StreamTable streams) : ISummaries
{
    private const int LargestPage = 500;
    private const int SearchedAtOnce = 250;
    private const int MostLookedThrough = 2000;

    private static readonly Tier?[] Tiers = [null, .. Enum.GetValues<Tier>()];

    public async Task<SummaryPage> ListAsync(
        SummaryQuery query, int size, string? continuation, CancellationToken cancellationToken)
    {
        if (RequestId.TryParse(query.Search, null, out var id))
            return await OnlyAsync(id, query, cancellationToken);

        size = Math.Clamp(size, 1, LargestPage);
        var filter = WordFilter.Of(query.Search);
        var looksThrough = !filter.IsEmpty || query is { Approver: not null, Production: not null } or { Standing: not null };
        var found = new List<RequestSummary>();
        var position = ListPosition.Parse(continuation) ?? ListPosition.Start;
        for (var lookedThrough = 0; lookedThrough < MostLookedThrough; lookedThrough += SearchedAtOnce)
        {
            var wanted = looksThrough ? SearchedAtOnce : size + 1;
            var rows = await NextAsync(query, position, wanted, cancellationToken);
            foreach (var row in rows)
            {
                var summary = SummaryText.Read(TextColumn.Read(row, "Text"));
                if (query.Admits(summary) && (filter.IsEmpty || filter.Matches(summary)))
                {
                    if (found.Count == size)
                        return new SummaryPage(found, position.ToString());
                    found.Add(summary);
                }

                position = new ListPosition(summary.Status is RequestStatus.Closed, row.RowKey);
            }

            if (rows.Count < wanted)
                return new SummaryPage(found, null);
        }

        return new SummaryPage(found, position.ToString());
    }

    public async Task<SummaryCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var overdue = IndexRows.OverdueUpTo(now);
        var partitions = await Task.WhenAll(
            Partitions(new SummaryQuery(Open: true), closed: false).Select(p => index.KeysAsync(p, cancellationToken)));
        return new SummaryCounts(
            partitions.Sum(rows => rows.Count),
            partitions.Sum(rows => rows.Count(row => string.CompareOrdinal(row.RowKey, overdue) < 0)));
    }

    public async Task<int> OverdueAsync(Tier tier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var partitions = await Task.WhenAll(Partitions(new SummaryQuery(Tier: tier, Open: true), closed: false)
            .Select(p => index.KeysBelowAsync(p, IndexRows.OverdueUpTo(now), cancellationToken)));
        return partitions.Sum(rows => rows.Count);
    }

    private async Task<SummaryPage> OnlyAsync(RequestId id, SummaryQuery query, CancellationToken cancellationToken)
    {
        var state = await streams.ReadAsync(id, cancellationToken);
        return new SummaryPage(state.Summary is { } summary && query.Admits(summary) ? [summary] : [], null);
    }

    private async Task<List<TableEntity>> NextAsync(
        SummaryQuery query, ListPosition behind, int count, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        if (!behind.Closed)
            rows.AddRange(await MergeAsync(Partitions(query, closed: false), behind.Row, count, cancellationToken));
        if (rows.Count < count)
        {
            var from = behind.Closed ? behind.Row : "";
            rows.AddRange(await MergeAsync(Partitions(query, closed: true), from, count - rows.Count, cancellationToken));
        }

        return rows;
    }

    private async Task<IEnumerable<TableEntity>> MergeAsync(
        IEnumerable<string> partitions, string behind, int count, CancellationToken cancellationToken)
    {
        var firsts = await Task.WhenAll(partitions.Select(p => index.BehindAsync(p, behind, count, cancellationToken)));
        return firsts.SelectMany(rows => rows).OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(count);
    }

    private static IEnumerable<string> Partitions(SummaryQuery query, bool closed) =>
        from status in Enum.GetValues<RequestStatus>()
        where status is RequestStatus.Closed == closed
            && (query.Status ?? status) == status
            && (query.Open ?? !closed) == !closed
        from tier in Tiers
        where query.Tier is null || query.Tier == tier
        select IndexRows.List(ListOf(query), status, tier);

    private static string ListOf(SummaryQuery query) => query switch
    {
        { Approver: { } person } => IndexRows.OfApprover(person),
        { Production: { } production } => IndexRows.OfProduction(production),
        _ => IndexRows.OfAll,
    };
}
