using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Workflow.Core.Ports;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="IDigestChoices" />
/// <remarks>A row for each address that wants none, named by its hash: nobody needs to read the list.</remarks>
internal sealed class TablesDigestChoices(TablesAccount tables) : IDigestChoices
{
    private const string Partition = "digests-off";

    public async Task<bool> AreOffAsync(string address, CancellationToken cancellationToken)
    {
        var table = await tables.Mail.OpenAsync(cancellationToken);
        return (await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row(address), cancellationToken: cancellationToken)).HasValue;
    }

    public async Task SwitchAsync(string address, bool off, CancellationToken cancellationToken)
    {
        var table = await tables.Mail.OpenAsync(cancellationToken);
        if (off)
        {
            await table.UpsertEntityAsync(new TableEntity(Partition, Row(address)), TableUpdateMode.Replace, cancellationToken);
        }
        else
        {
            await table.DeleteEntityAsync(Partition, Row(address), cancellationToken: cancellationToken);
        }
    }

    private static string Row(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())));
}
