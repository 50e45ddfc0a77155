using System.Security.Cryptography;
using Workflow.Core.Ports;
using Workflow.Core.Records;

namespace Core.Tests.Records;

/// <summary>A key that lives as long as the test.</summary>
internal sealed class TestSigner : IRecordSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestSigner()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        Key = new RecordKey(point.X!, point.Y!);
    }

    public RecordKey Key { get; }

    public RecordKeys Keys => new([Key]);

    public string KeyId => Key.Id;

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => ValueTask.FromResult(
        _key.SignData(input.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose() => _key.Dispose();
}
