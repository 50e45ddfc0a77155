using System.ComponentModel.DataAnnotations;
using Workflow.Adapters.KeyVault;

namespace Workflow.Adapters.LinkKeys;

/// <summary>
/// Where the keys lie that seal mailed links, sign-ins of admins and form tokens, and what protects them: section
/// <c>LinkKeys</c> of the configuration. All instances of an installation share them.
/// </summary>
public sealed class LinkKeysOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "LinkKeys";

    /// <summary>
    /// The blob that holds the ring, such as <c>https://ACCOUNT.blob.core.windows.net/link-keys/key-ring.xml</c>; the
    /// identity needs the role Storage Blob Data Contributor at its container. With the emulator of
    /// <c>AzureStorage:ConnectionString</c>, the blob's address in it. No default.
    /// </summary>
    public Uri? KeyRing { get; set; }

    /// <summary>
    /// The key that wraps the ring's keys, without a version, such as <c>https://VAULT.vault.azure.net/keys/links</c>: RSA.
    /// The identity needs the role Key Vault Crypto Service Encryption User. No default.
    /// </summary>
    public Uri? WrappingKey { get; set; }

    /// <summary>Whether the ring is said to lie on this machine.</summary>
    internal bool IsLocal => KeyRing is { IsAbsoluteUri: true, IsLoopback: true };

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeyRing is not { IsAbsoluteUri: true, Query: "" } || !(IsLocal || KeyRing.Scheme == "https") || !RingAddress.TryRead(KeyRing, out _))
            yield return new ValidationResult("LinkKeys:KeyRing must be the https address of a blob in a container: https://ACCOUNT.blob.core.windows.net/CONTAINER/NAME.");
        if (!KeyVaultKey.IsAddress(WrappingKey))
            yield return new ValidationResult("LinkKeys:WrappingKey must be the https address of a key without a version: https://VAULT.vault.azure.net/keys/NAME.");
    }
}
