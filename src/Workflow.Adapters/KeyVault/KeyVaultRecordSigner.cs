using System.Buffers.Text;
using System.Security.Cryptography;
using Workflow.Core.Ports;
using Workflow.Core.Records;

namespace Workflow.Adapters.KeyVault;

/// <summary>
/// Signs with the newest enabled version of a key in a vault; all enabled versions are trusted. To retire a version
/// make a new one and start the app again; to take back the trust in what a version has signed, disable it.
/// </summary>
internal sealed class KeyVaultRecordSigner : IRecordSigner
{
    private readonly KeyVaultKey _key;
    private readonly KeyVersion _version;

    private KeyVaultRecordSigner(KeyVaultKey key, KeyVersion version, RecordKeys keys) =>
        (_key, _version, Keys) = (key, version, keys);

    /// <summary>The version in use, then the older ones.</summary>
    public RecordKeys Keys { get; }

    /// <inheritdoc />
    public string KeyId => Keys.All[0].Id;

    /// <summary>Asks the vault, once, which versions there are.</summary>
    /// <exception cref="InvalidOperationException">None is enabled, or one is no P-256 key.</exception>
    public static KeyVaultRecordSigner Open(KeyVaultKey key)
    {
        var versions = key.Versions(CancellationToken.None)
            .Where(v => v.Attributes.Enabled).OrderByDescending(v => v.Attributes.Created).ToList();
        return versions is [var newest, ..]
            ? new KeyVaultRecordSigner(key, newest, new RecordKeys(versions.Select(v => PublicKey(key.Read(v, CancellationToken.None)))))
            : throw new InvalidOperationException("KeyVault:RecordKey has no enabled version. Enable one, or make a new one: EC, curve P-256.");
    }

    /// <inheritdoc />
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        _key.SignAsync(_version, SHA256.HashData(input.Span), cancellationToken);

    private static RecordKey PublicKey(JsonWebKey key) => key is { Kty: "EC" or "EC-HSM", Crv: "P-256", X: { } x, Y: { } y }
        ? new RecordKey(Base64Url.DecodeFromChars(x), Base64Url.DecodeFromChars(y))
        : throw new InvalidOperationException("KeyVault:RecordKey must name an EC key on the curve P-256; a version of it is another.");
}
