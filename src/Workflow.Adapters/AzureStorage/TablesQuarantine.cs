using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Workflow.Core.Ports;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="IQuarantine" />
/// <remarks>
/// One partition: a row <c>mail-…</c> for each mail ever held, and beside it, while it waits, a row <c>waiting-…</c>
/// in the order of arrival; both change in one transaction.
/// </remarks>
internal sealed class TablesQuarantine(TablesAccount account) : IQuarantine
{
    private const string Partition = "quarantine";

    public async Task HoldAsync(QuarantinedMail mail, CancellationToken cancellationToken)
    {
        var table = await account.Quarantine.OpenAsync(cancellationToken);
        try
        {
            await table.SubmitTransactionAsync(
                [Add(Write(MailKey(mail.Sha256), mail)), Add(Write(WaitingKey(mail), mail))], cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It is held already.
        }
    }

    public async Task<IReadOnlyList<QuarantinedMail>> ListAsync(CancellationToken cancellationToken)
    {
        var table = await account.Quarantine.OpenAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {"waiting-"} and RowKey lt {"waiting."}");
        var mails = new List<QuarantinedMail>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            mails.Add(Read(row));
        return mails;
    }

    public async Task<QuarantinedMail?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        await RowAsync(sha256, cancellationToken) is { } row ? Read(row) : null;

    public async Task<bool> SettleAsync(string sha256, Settlement settlement, CancellationToken cancellationToken)
    {
        var write = RandomNumberGenerator.GetHexString(32);
        while (true)
        {
            if (await RowAsync(sha256, cancellationToken) is not { } row)
                return false;
            // Settled: by this very call, should its answer have been lost, or before.
            if (row.ContainsKey("Released"))
                return row.GetString("Write") == write;

            try
            {
                await SettleAsync(row, settlement, write, cancellationToken);
                return true;
            }
            catch (RequestFailedException e) when (e.IsConflict())
            {
                // Another admin was faster: the next reading shows it.
            }
        }
    }

    private async Task SettleAsync(TableEntity row, Settlement settlement, string write, CancellationToken cancellationToken)
    {
        var waiting = new TableEntity(Partition, WaitingKey(Read(row)));
        row["Released"] = settlement.Released;
        row["SettledAt"] = settlement.At.UtcTicks;
        row["SettledBy"] = settlement.By;
        row["SettlementReason"] = settlement.Reason;
        row["Write"] = write;
        var table = await account.Quarantine.OpenAsync(cancellationToken);
        await table.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag),
                new TableTransactionAction(TableTransactionActionType.Delete, waiting, ETag.All),
            ],
            cancellationToken);
    }

    private async Task<TableEntity?> RowAsync(string sha256, CancellationToken cancellationToken)
    {
        // What is no hash names no row, whatever characters it holds.
        if (!sha256.All(char.IsAsciiLetterOrDigit))
            return null;
        var table = await account.Quarantine.OpenAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, MailKey(sha256), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static string MailKey(string sha256) => $"mail-{sha256}";

    private static string WaitingKey(QuarantinedMail mail) =>
        string.Create(CultureInfo.InvariantCulture, $"waiting-{mail.ReceivedAt.UtcTicks:d19}-{mail.Sha256}");

    private static TableEntity Write(string key, QuarantinedMail mail)
    {
        var row = new TableEntity(Partition, key) { ["Sha256"] = mail.Sha256, ["ReceivedAt"] = mail.ReceivedAt.UtcTicks };
        TextColumn.Write(row, "From", mail.From);
        TextColumn.Write(row, "Subject", mail.Subject);
        TextColumn.Write(row, "Reason", mail.Reason);
        return row;
    }

    private static QuarantinedMail Read(TableEntity row) => new(
        row.GetString("Sha256"),
        Instant(row, "ReceivedAt"),
        TextColumn.Read(row, "From"),
        TextColumn.Read(row, "Subject"),
        TextColumn.Read(row, "Reason"),
        row.GetBoolean("Released") is { } released
            ? new Settlement(released, Instant(row, "SettledAt"), row.GetString("SettledBy"), row.GetString("SettlementReason"))
            : null);

    private static DateTimeOffset Instant(TableEntity row, string name) => new(row.GetInt64(name)!.Value, TimeSpan.Zero);
}
