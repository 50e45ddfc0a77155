using Azure.Data.Tables;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="IMailLog" />
/// <remarks>A partition for each mail: they are many, and each is asked for alone.</remarks>
internal sealed class TablesMailLog(TablesAccount account) : IMailLog
{
    private const string Row = "sent";

    public async Task<SentMail?> FindAsync(string messageId, CancellationToken cancellationToken)
    {
        var table = await account.Mail.OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(RowKeys.Of(messageId), Row, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    public async Task NoteAsync(SentMail mail, CancellationToken cancellationToken)
    {
        var table = await account.Mail.OpenAsync(cancellationToken);
        var row = new TableEntity(RowKeys.Of(mail.MessageId), Row)
        {
            ["MessageId"] = mail.MessageId,
            ["Request"] = mail.Request?.ToString(),
            ["Effect"] = mail.Effect?.Value,
            ["To"] = mail.To,
            ["At"] = mail.At.UtcTicks,
            ["Draft"] = mail.Draft,
            ["Handed"] = mail.Handed,
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static SentMail Read(TableEntity row) => new(
        row.GetString("MessageId"),
        row.GetString("Request") is { } request ? RequestId.Parse(request, null) : null,
        row.GetString("Effect") is { } effect ? new EffectKey(effect) : null,
        row.GetString("To"),
        new DateTimeOffset(row.GetInt64("At")!.Value, TimeSpan.Zero),
        row.GetString("Draft"),
        row.GetBoolean("Handed")!.Value);
}
