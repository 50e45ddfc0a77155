namespace Workflow.Core.Ports;

/// <summary>Signs records with a P-256 key that never leaves where it is kept: a file, or a key vault.</summary>
public interface IRecordSigner
{
    /// <summary>The RFC 7638 thumbprint of the public key, by which verifiers find it.</summary>
    string KeyId { get; }

    /// <summary>
    /// The ES256 signature (RFC 7518 section 3.4): ECDSA over the SHA-256 of the input, as r and s of 32 bytes each.
    /// Two signatures of the same input differ; both hold.
    /// </summary>
    ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);
}
