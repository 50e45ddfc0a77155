namespace Workflow.Core.Ports;

/// <summary>Keeps files by their content: the same bytes are kept once, and nothing is ever overwritten.</summary>
public interface IBlobs
{
    /// <summary>Stores the content durably and returns its SHA-256 (lower-case hexadecimal) and its size in bytes.</summary>
    Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a stored content for reading; null when there is none.</summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken);
}

/// <summary>What was stored.</summary>
public sealed record StoredBlob(string Sha256, long Size);
