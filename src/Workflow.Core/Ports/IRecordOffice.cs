using Workflow.Core.Approval;
using Workflow.Core.Records;

namespace Workflow.Core.Ports;

/// <summary>Writes, signs and stores the record of an approval.</summary>
public interface IRecordOffice
{
    /// <summary>Issues the record; the same request at the same event gives the same content.</summary>
    /// <returns>Channel <c>record</c> and the SHA-256 under which the record is stored.</returns>
    Task<Delivery> IssueAsync(RequestState request, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken);
}
