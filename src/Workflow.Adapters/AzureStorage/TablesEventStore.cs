using Workflow.Adapters.AzureStorage.Streams;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage;

internal sealed class TablesEventStore(StreamTable streams, StreamCommits commits) : IEventStore
{
    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken) =>
        streams.EventsAsync(id, cancellationToken);

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken) =>
        commits.ChangeAsync(append.Id, append.Events, state => state.Appended(append), cancellationToken);
}
