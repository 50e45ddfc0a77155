using System.Collections.Concurrent;
using System.Security.Cryptography;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Web.Tests.House;

/// <summary>Streams in memory, with the same version check as the real store.</summary>
internal sealed class MemoryEventStore : IEventStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RequestId, List<StoredEvent>> _streams = [];

    public int Count { get { lock (_gate) return _streams.Count; } }

    public int EventCount { get { lock (_gate) return _streams.Values.Sum(s => s.Count); } }

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken)
    {
        lock (_gate) return Task.FromResult<IReadOnlyList<StoredEvent>>(_streams.TryGetValue(id, out var stream) ? [.. stream] : []);
    }

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var stream = _streams.TryGetValue(append.Id, out var known) ? known : _streams[append.Id] = [];
            if (stream.Count != append.ExpectedVersion) return Task.FromResult(false);
            stream.AddRange(append.Events);
            return Task.FromResult(true);
        }
    }
}

internal sealed class MemoryBlobs : IBlobs
{
    public ConcurrentDictionary<string, byte[]> Contents { get; } = [];

    public async Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        Contents[hash] = copy.ToArray();
        return new StoredBlob(hash, copy.Length);
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Contents.TryGetValue(sha256, out var content) ? new MemoryStream(content) : null);
}

internal sealed class SmallDirectory : IDirectory
{
    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(["Salt & Cinder", "The Lantern Coast"]);

    public Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Staffing>>([]);

    public Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Person>>([]);

    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Person>>([]);
}

internal sealed class SentMails : IMailSender
{
    public ConcurrentQueue<OutgoingMail> Mails { get; } = [];

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Mails.Enqueue(mail);
        return Task.CompletedTask;
    }
}

internal sealed class MemoryCodes : ICodeStore
{
    private readonly ConcurrentDictionary<string, (string Hash, DateTimeOffset ExpiresAt)> _codes = [];

    public Task SaveAsync(string purpose, string hash, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        _codes[purpose] = (hash, expiresAt);
        return Task.CompletedTask;
    }

    public Task<CodeResult> TryAsync(string purpose, string hash, DateTimeOffset now, int maxAttempts, CancellationToken cancellationToken) =>
        Task.FromResult(
            !_codes.TryGetValue(purpose, out var code) || code.ExpiresAt <= now ? CodeResult.Spent
            : code.Hash == hash && _codes.TryRemove(purpose, out _) ? CodeResult.Right
            : CodeResult.Wrong);
}

internal sealed class MemoryQuarantine : IQuarantine
{
    public List<QuarantinedMail> Held { get; } = [];

    public Task HoldAsync(QuarantinedMail mail, CancellationToken cancellationToken)
    {
        Held.Add(mail);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QuarantinedMail>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<QuarantinedMail>>(Held);

    public Task<QuarantinedMail?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(Held.Find(m => m.Sha256 == sha256));

    public Task<bool> SettleAsync(string sha256, Settlement settlement, CancellationToken cancellationToken) => Task.FromResult(false);
}

/// <summary>Reads mails of three lines: sender, whether it is proven, text. MIME is the adapters' to test.</summary>
internal sealed class PlainMailReader : IMailReader
{
    public static string Mail(string from, bool proven, string text) => $"{from}\n{(proven ? "pass" : "fail")}\n{text}";

    public async Task<MailReading> ReadAsync(Stream raw, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(raw);
        var lines = (await reader.ReadToEndAsync(cancellationToken)).Split('\n', 3);
        return lines is [var from, var proof, var text]
            ? new MailReading.Read(new IncomingMail(
                "one@crew.example", from, from, "Mood boards", text, new SenderCheck(proof == "pass", $"The check said {proof}."), []))
            : new MailReading.Refused("It is not a mail.", "Send a mail.");
    }
}
