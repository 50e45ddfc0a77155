using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Workflow.Core.Ports;
using Workflow.Core.Records;

namespace Functions.Tests.Life;

/// <summary>A mail server that keeps everything, as a mailbox too.</summary>
internal sealed class MailRecorder(TimeProvider clock) : IMailSender, IDevMailbox
{
    private readonly List<(DateTimeOffset At, OutgoingMail Mail)> _sent = [];

    /// <summary>Every mail, in the order of sending.</summary>
    public IReadOnlyList<(DateTimeOffset At, OutgoingMail Mail)> Sent => _sent;

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        _sent.Add((clock.GetUtcNow(), mail));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DevMailHead>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DevMailHead>>([.. Enumerable.Range(0, _sent.Count).Reverse().Select(Head)]);

    public Task<DevMail?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var number = int.Parse(id, null);
        return Task.FromResult<DevMail?>(new DevMail(Head(number), [], _sent[number].Mail.Html, _sent[number].Mail.Text));
    }

    private DevMailHead Head(int number) =>
        new($"{number}", _sent[number].At, _sent[number].Mail.ToAddress, _sent[number].Mail.Subject);
}

/// <summary>Stands for the key that signs records. What it has signed once it signs the same way again, on every host.</summary>
internal sealed class SteadySigner : IRecordSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ConcurrentDictionary<string, byte[]> _signatures = [];

    public SteadySigner()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        Keys = new RecordKeys([new RecordKey(point.X!, point.Y!)]);
    }

    public RecordKeys Keys { get; }

    public string KeyId => Keys.All[0].Id;

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => ValueTask.FromResult(
        _signatures.GetOrAdd(Convert.ToBase64String(input.Span), _ => _key.SignData(input.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));

    public void Dispose() => _key.Dispose();
}

/// <summary>Stands for the key ring: the same text sealed for the same purpose is the same token, on every host.</summary>
internal sealed class SteadyProtection(string purpose = "") : IDataProtector
{
    private readonly byte[] _mark = SHA256.HashData(Encoding.UTF8.GetBytes(purpose))[..8];

    public IDataProtector CreateProtector(string inner) => new SteadyProtection($"{purpose}/{inner}");

    public byte[] Protect(byte[] plaintext) => [.. _mark, .. plaintext];

    public byte[] Unprotect(byte[] protectedData) => protectedData.AsSpan().StartsWith(_mark)
        ? protectedData[_mark.Length..]
        : throw new CryptographicException("It was sealed for another purpose.");
}
