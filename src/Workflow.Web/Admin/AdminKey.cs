using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Workflow.Web.Admin;

/// <summary>What somebody with a key may do; the later the more.</summary>
internal enum AdminRole
{
    /// <summary>Reads and verifies.</summary>
    Auditor,

    /// <summary>Keeps the process running.</summary>
    Admin,
}

/// <summary>Tells the installation's keys from any other text.</summary>
public sealed class AdminKey(IOptions<AdminOptions> options, AdminThrottle throttle)
{
    /// <summary>Whether the installation has an admin's key; without one nobody gets in.</summary>
    internal bool IsConfigured => options.Value.IsConfigured;

    /// <summary>Tries a key as typed or sent.</summary>
    internal KeyTry Try(string? typed) => throttle.Try(() => IsConfigured ? RoleOf(typed ?? "") : null);

    /// <summary>SHA-256 of a key.</summary>
    internal static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private AdminRole? RoleOf(string typed)
    {
        var isAdmin = Matches(typed, options.Value.Key);
        var isAuditor = Matches(typed, options.Value.AuditorKey);
        return isAdmin ? AdminRole.Admin : isAuditor ? AdminRole.Auditor : null;
    }

    // Both sides are hashed first, so that the comparison takes the same time whatever the length.
    private static bool Matches(string typed, string? key) =>
        CryptographicOperations.FixedTimeEquals(Hash(typed), Hash(key ?? "")) && !string.IsNullOrEmpty(key);
}
