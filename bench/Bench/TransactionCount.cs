using Azure.Core;
using Azure.Core.Pipeline;

namespace Bench;

/// <summary>Counts what the storage service is asked, which is what it bills: each try, and a batch as one.</summary>
internal sealed class TransactionCount : HttpPipelineSynchronousPolicy
{
    private long _reads;
    private long _writes;

    public long Reads => Interlocked.Read(ref _reads);

    public long Writes => Interlocked.Read(ref _writes);

    public long All => Reads + Writes;

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Get)
            Interlocked.Increment(ref _reads);
        else
            Interlocked.Increment(ref _writes);
    }
}
