using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Workflow.Web.Admin;

/// <summary>Tells the installation's admin key from any other text.</summary>
public sealed class AdminKey(IOptions<AdminOptions> options, AdminThrottle throttle)
{
    /// <summary>Whether the installation has a key; without one nobody gets in.</summary>
    internal bool IsConfigured => options.Value.IsConfigured;

    /// <summary>Tries a key as typed or sent.</summary>
    internal KeyTry Try(string? typed) => throttle.Try(() => IsConfigured && Matches(typed ?? ""));

    /// <summary>SHA-256 of a key.</summary>
    internal static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    // Both sides are hashed first, so that the comparison takes the same time whatever the length.
    private bool Matches(string typed) =>
        CryptographicOperations.FixedTimeEquals(Hash(typed), Hash(options.Value.Key!));
}
