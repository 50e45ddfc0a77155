using System.Security.Cryptography;
using System.Text;

namespace Workflow.Core.Records;

/// <summary>
/// Chains the events of a request by SHA-256, so that a changed, missing or reordered event shows. The chain alone
/// does not stop somebody who rewrites all of it: the signed record carries the chain's hash at the approval.
/// </summary>
public static class AuditChain
{
    /// <summary>What the first event is chained to.</summary>
    public static string Genesis(string requestId) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes($"approvals/1\n{requestId}")));

    /// <summary>The hash of an event after <paramref name="previous"/>.</summary>
    public static string Next(string previous, int sequence, string type, int version, string json) =>
        Hex(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous}\n{sequence}\n{type}\n{version}\n{json}")));

    /// <summary>The sequence number of the first event that does not fit, or null when the chain holds.</summary>
    public static int? FirstBreak(string requestId, IReadOnlyList<StoredEvent> events)
    {
        var previous = Genesis(requestId);
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            if (e.Sequence != i + 1 || e.Hash != Next(previous, e.Sequence, e.Type, e.Version, e.Json))
            {
                return i + 1;
            }

            previous = e.Hash;
        }

        return null;
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
