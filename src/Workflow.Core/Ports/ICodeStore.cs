namespace Workflow.Core.Ports;

/// <summary>Keeps one-time codes, hashed, one per purpose.</summary>
public interface ICodeStore
{
    /// <summary>Keeps a code's hash for a purpose; replaces an earlier one and its count of attempts.</summary>
    Task SaveAsync(string purpose, string hash, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Tries a code: counts the attempt, and uses the code up when it is right. Atomic.</summary>
    Task<CodeResult> TryAsync(string purpose, string hash, DateTimeOffset now, int maxAttempts, CancellationToken cancellationToken);
}

/// <summary>What a try with a code led to.</summary>
public enum CodeResult
{
    /// <summary>Right, and now used up.</summary>
    Right,

    /// <summary>Wrong; it may be tried again.</summary>
    Wrong,

    /// <summary>There is none, it is too old, or it was tried too often: ask for a new one.</summary>
    Spent,
}
