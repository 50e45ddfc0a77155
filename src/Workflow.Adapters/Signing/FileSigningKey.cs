using System.Security.Cryptography;
using Workflow.Core.Ports;
using Workflow.Core.Records;

namespace Workflow.Adapters.Signing;

/// <summary>
/// Signs with a P-256 key in a file, made at the first start. To retire it, move <c>record-signing.pem</c> away and
/// start again: a new key is made, and the public half of the old one stays trusted for what it has signed.
/// </summary>
internal sealed class FileSigningKey : IRecordSigner, IDisposable
{
    private readonly ECDsa _key;

    private FileSigningKey(ECDsa key, RecordKeys keys) => (_key, Keys) = (key, keys);

    /// <summary>The public key in use, then the retired ones.</summary>
    public RecordKeys Keys { get; }

    /// <inheritdoc />
    public string KeyId => Keys.All[0].Id;

    /// <summary>Opens the key in a folder, or makes it.</summary>
    /// <exception cref="InvalidOperationException">A file there is no key, or the private key is open to others; the message says what to do.</exception>
    public static FileSigningKey Open(string folder)
    {
        var path = Path.Combine(folder, "record-signing.pem");
        if (!File.Exists(path))
        {
            Create(folder, path);
        }

        RefuseIfOthersCanRead(path);
        var key = Read(path);
        try
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            var keys = PublicKeyFiles.Keep(folder, new RecordKey(point.X!, point.Y!));
            return new FileSigningKey(key, keys);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        // ECDsa promises nothing about use from several threads at once.
        lock (_key)
        {
            return ValueTask.FromResult(
                _key.SignData(input.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    private static void Create(string folder, string path)
    {
        SecretFile.CreateFolder(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SecretFile.CreateOnce(path, key.ExportPkcs8PrivateKeyPem());
    }

    private static ECDsa Read(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            // Value, not name: the same curve has several names on different systems.
            return key.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? key
                : throw new CryptographicException("It is for another curve.");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidOperationException(
                $"{path} holds no private P-256 key in PEM form: {e.Message} Restore it from a backup; or move it away, and a new key is made.", e);
        }
    }

    private static void RefuseIfOthersCanRead(string path)
    {
        const UnixFileMode others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != 0)
        {
            throw new InvalidOperationException(
                $"{path} is open to other users of this machine. Run: chmod 600 {path}, and think about who may have copied the key.");
        }
    }
}
