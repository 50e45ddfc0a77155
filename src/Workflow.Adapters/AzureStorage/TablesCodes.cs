using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Workflow.Core.Ports;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="ICodeStore" />
/// <remarks>
/// One row for each purpose. Every try replaces the row as it was read, so two at the same time are two attempts and
/// only one of them can be right. A used code leaves its row, without the hash, until the next code for its purpose.
/// </remarks>
internal sealed class TablesCodes(TablesAccount account) : ICodeStore
{
    private const string Row = "code";

    public async Task SaveAsync(string purpose, string hash, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var table = await account.Codes.OpenAsync(cancellationToken);
        var row = new TableEntity(RowKeys.Of(purpose), Row) { ["Hash"] = hash, ["ExpiresAt"] = expiresAt.UtcTicks, ["Attempts"] = 0 };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<CodeResult> TryAsync(
        string purpose, string hash, DateTimeOffset now, int maxAttempts, CancellationToken cancellationToken)
    {
        var table = await account.Codes.OpenAsync(cancellationToken);
        var use = RandomNumberGenerator.GetHexString(32);
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(RowKeys.Of(purpose), Row, cancellationToken: cancellationToken);
            if (!found.HasValue)
                return CodeResult.Spent;

            var row = found.Value!;
            // The answer to our own use was lost on the way.
            if (row.GetString("UsedBy") == use)
                return CodeResult.Right;
            if (Attempt(row, hash, now, maxAttempts, use) is not { } result)
                return CodeResult.Spent;

            try
            {
                await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
                return result;
            }
            catch (RequestFailedException e) when (e.IsConflict())
            {
                // Another try was faster: this one counts on top of it.
            }
        }
    }

    // Changes the row to what the try makes of it; null when there is nothing left to try.
    private static CodeResult? Attempt(TableEntity row, string hash, DateTimeOffset now, int maxAttempts, string use)
    {
        var attempts = row.GetInt32("Attempts")!.Value + 1;
        if (row.GetString("Hash") is not { } expected || row.GetInt64("ExpiresAt") <= now.UtcTicks || attempts > maxAttempts)
            return null;

        row["Attempts"] = attempts;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(hash)))
            return attempts < maxAttempts ? CodeResult.Wrong : CodeResult.Spent;

        row.Remove("Hash");
        row["UsedBy"] = use;
        return CodeResult.Right;
    }
}
