using Azure.Data.Tables;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.AzureStorage.Index;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Bench;

/// <summary>Many requests as the lists hold them, without their streams.</summary>
internal static class SummaryRows
{
    /// <summary>How many of them are open, however many there are: what is decided piles up, what is open does not.</summary>
    public const int Open = 500;

    /// <summary>Is asked in every tenth.</summary>
    public const string Approver = "ada";

    /// <summary>Declares every twentieth.</summary>
    public const string Production = "The Lantern Keepers";

    private const int Batch = 100;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Makes those from one number to another, a hundred rows of a partition at a time.</summary>
    public static async Task FillAsync(TablesAccount account, int first, int behind)
    {
        var table = await account.Index.OpenAsync(CancellationToken.None);
        var rows =
            from summary in Enumerable.Range(first, behind - first).Select(Summary)
            from list in Lists(summary)
            group summary by IndexRows.List(list, summary.Status, summary.Tier);
        foreach (var partition in rows)
        {
            foreach (var some in partition.Chunk(Batch))
                await table.SubmitTransactionAsync(some.Select(s => Put(partition.Key, s)));
        }
    }

    // Those that are measured. No query reads the others, and the emulator takes ever longer for each further row.
    private static IEnumerable<string> Lists(RequestSummary summary)
    {
        yield return IndexRows.OfAll;
        if (summary.Production == Production)
            yield return IndexRows.OfProduction(Production);
        if (summary.Approvers.Contains(Approver))
            yield return IndexRows.OfApprover(Approver);
    }

    private static TableTransactionAction Put(string partition, RequestSummary summary)
    {
        var row = new TableEntity(partition, IndexRows.Order(summary));
        TextColumn.Write(row, "Text", SummaryText.Write(summary));
        return new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    private static RequestSummary Summary(int number)
    {
        var (id, at) = (RequestId.FromBits((ulong)number * 0x9E3779B97F4A7C15UL >> 20), Start.AddMinutes(number));
        var (isOpen, tier) = (number < Open, (Tier)(number % 3));
        return new RequestSummary(
            id, $"Use {number}", number % 20 == 0 ? Production : "The Salt Road", "Ines Varga", isOpen ? RequestStatus.Deciding : RequestStatus.Closed, tier,
            isOpen ? null : OutcomeKind.Approved, isOpen ? "Ada Person" : "", [number % 10 == 0 ? Approver : "bob"], isOpen ? at.AddDays(1) : null, at, at, "fog over the quay at night");
    }
}
