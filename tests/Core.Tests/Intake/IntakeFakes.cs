using System.Security.Cryptography;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Core.Tests.Intake;

internal sealed class FakeReader(Func<MailReading> reading) : IMailReader
{
    public Task<MailReading> ReadAsync(Stream raw, CancellationToken cancellationToken) => Task.FromResult(reading());
}

internal sealed class FakeDirectory : IDirectory
{
    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}

internal sealed class FakeBlobs : IBlobs
{
    public Dictionary<string, byte[]> Contents { get; } = [];

    public async Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
        Contents[sha256] = bytes.ToArray();
        return new StoredBlob(sha256, bytes.Length);
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Contents.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes) : null);
}

internal sealed class FakeQuarantine : IQuarantine
{
    public Dictionary<string, QuarantinedMail> Held { get; } = [];

    public Task HoldAsync(QuarantinedMail mail, CancellationToken cancellationToken)
    {
        Held.TryAdd(mail.Sha256, mail);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QuarantinedMail>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<QuarantinedMail>>([.. Held.Values.Where(m => m.Settlement is null)]);

    public Task<QuarantinedMail?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(Held.GetValueOrDefault(sha256));

    public Task<bool> SettleAsync(string sha256, Settlement settlement, CancellationToken cancellationToken)
    {
        var open = Held[sha256].Settlement is null;
        if (open) Held[sha256] = Held[sha256] with { Settlement = settlement };
        return Task.FromResult(open);
    }
}
