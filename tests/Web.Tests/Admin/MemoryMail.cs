using System.Security.Cryptography;
using System.Text;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Web.Tests.Admin;

/// <summary>Files, quarantine and everything that taking in a mail needs, in memory.</summary>
internal sealed class MemoryMail : IBlobs, IQuarantine, IMailReader, IDirectory, IDevMailbox
{
    private readonly Dictionary<string, byte[]> _blobs = [];
    private readonly Dictionary<string, QuarantinedMail> _held = [];

    public List<DevMail> Written { get; } = [];

    public string Put(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _blobs[sha256] = bytes;
        return sha256;
    }

    public string Hold(DateTimeOffset at, string from, string subject, string reason, string source)
    {
        var sha256 = Put(source);
        _held[sha256] = new QuarantinedMail(sha256, at, from, subject, reason);
        return sha256;
    }

    public async Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content);
        var sha256 = Put(await reader.ReadToEndAsync(cancellationToken));
        return new StoredBlob(sha256, _blobs[sha256].Length);
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_blobs.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes) : null);

    public Task HoldAsync(QuarantinedMail mail, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<QuarantinedMail>> IQuarantine.ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<QuarantinedMail>>([.. _held.Values.Where(m => m.Settlement is null).OrderBy(m => m.ReceivedAt)]);

    public Task<QuarantinedMail?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(_held.GetValueOrDefault(sha256));

    public Task<bool> SettleAsync(string sha256, Settlement settlement, CancellationToken cancellationToken)
    {
        if (_held[sha256].Settlement is not null)
            return Task.FromResult(false);

        _held[sha256] = _held[sha256] with { Settlement = settlement };
        return Task.FromResult(true);
    }

    public async Task<MailReading> ReadAsync(Stream raw, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(raw);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return new MailReading.Read(new IncomingMail(
            "m1@crew.example", "Ines Falk", "ines@crew.example", "Smoke plates for the pier", text, new SenderCheck(false, "no DKIM"), []));
    }

    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(["The Lantern Coast"]);

    public Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Person>>([Stories.Ada, Stories.Luc, Stories.Noor]);

    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<DevMailHead>> IDevMailbox.ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DevMailHead>>([.. Written.Select(m => m.Head)]);

    Task<DevMail?> IDevMailbox.ReadAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Written.SingleOrDefault(m => m.Head.Id == id));
}
