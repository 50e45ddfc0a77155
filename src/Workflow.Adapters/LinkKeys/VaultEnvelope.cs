using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Workflow.Adapters.KeyVault;

namespace Workflow.Adapters.LinkKeys;

/// <summary>
/// Closes and opens texts with keys that only the vault can unwrap. A key that was unwrapped once is remembered while the
/// process lives, which holds what it opened anyway: a vault that is out of reach later changes nothing.
/// </summary>
internal sealed class VaultEnvelope(KeyVaultKey vault)
{
    private const int KeySize = 32;

    private readonly ConcurrentDictionary<string, byte[]> _unwrapped = new();

    /// <summary>Closes a text under a fresh key.</summary>
    /// <exception cref="RequestFailedException">The vault refused or did not answer.</exception>
    public WrappedText Close(string text)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var version = vault.CurrentVersion(CancellationToken.None);
        var wrapped = vault.Wrap(version, key, CancellationToken.None);
        _unwrapped[Convert.ToBase64String(wrapped)] = key;

        var plain = Encoding.UTF8.GetBytes(text);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (content, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, content, tag);
        CryptographicOperations.ZeroMemory(plain);
        return new WrappedText(version, wrapped, nonce, content, tag);
    }

    /// <summary>Opens a text.</summary>
    /// <exception cref="RequestFailedException">The vault does not answer, does not let us, or has no such key.</exception>
    /// <exception cref="CryptographicException">The text was altered.</exception>
    public string Open(WrappedText text)
    {
        var key = _unwrapped.GetOrAdd(
            Convert.ToBase64String(text.Key), _ => vault.Unwrap(text.Version, text.Key, CancellationToken.None));
        var plain = new byte[text.Content.Length];
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(text.Nonce, text.Content, text.Tag, plain);
        return Encoding.UTF8.GetString(plain);
    }
}
