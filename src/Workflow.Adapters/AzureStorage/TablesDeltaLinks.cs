using Azure.Data.Tables;
using Workflow.Adapters.Graph.Mail;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="IDeltaLinks" />
/// <remarks>One row for each mailbox. Of two processes the last one is believed: each keeps a link only when all before it was dealt with.</remarks>
internal sealed class TablesDeltaLinks(TablesAccount account) : IDeltaLinks
{
    private const string Partition = "delta-links";

    public async Task<string?> FindAsync(string mailbox, CancellationToken cancellationToken)
    {
        var table = await account.Mail.OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, RowKeys.Of(mailbox.ToLowerInvariant()), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetString("Link") : null;
    }

    public async Task KeepAsync(string mailbox, string link, CancellationToken cancellationToken)
    {
        var table = await account.Mail.OpenAsync(cancellationToken);
        var row = new TableEntity(Partition, RowKeys.Of(mailbox.ToLowerInvariant())) { ["Link"] = link };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }
}
