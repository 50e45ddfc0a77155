using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Functions.Administration;

/// <summary>
/// Seals the storage provider's own mark of where the next page begins, which each provider reads in its own way and
/// some fail on: only a mark that we gave out comes back to it.
/// </summary>
/// <param name="provider">The installation's keys.</param>
public sealed class PageSeal(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("Approvals.Orchestrations.Page.v1");

    /// <summary>What the caller gets; null when there is no next page.</summary>
    public string? Close(string? mark) => mark is { Length: > 0 } ? _protector.Protect(mark) : null;

    /// <summary>Reads what a caller sent back; nothing sent is the first page.</summary>
    public bool TryOpen(string seal, out string? mark)
    {
        mark = null;
        if (seal.Length == 0)
            return true;
        try
        {
            mark = _protector.Unprotect(seal);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
