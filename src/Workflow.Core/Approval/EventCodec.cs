using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>Turns events into their stored text and back.</summary>
public static class EventCodec
{
    /// <summary>The stored form of an event that follows <paramref name="previousHash"/>.</summary>
    public static StoredEvent Encode(RequestId id, Happened happened, string? previousHash) => throw new NotSupportedException();

    /// <summary>Reads a stored event of any version ever released.</summary>
    public static Happened Decode(StoredEvent stored) => throw new NotSupportedException();
}
