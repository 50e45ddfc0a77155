using Workflow.Adapters.AzureStorage.Index;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="IAlarms" />
/// <remarks>After a crash it may name a request that is not due: waking it changes nothing.</remarks>
internal sealed class TablesAlarms(IndexTable index) : IAlarms
{
    public Task<IReadOnlyList<RequestId>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        index.UpToAsync(IndexRows.Alarms, now, limit, cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        index.EarliestAsync(IndexRows.Alarms, cancellationToken);
}
