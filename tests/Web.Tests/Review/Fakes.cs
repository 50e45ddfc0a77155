using System.Collections.Concurrent;
using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Web.Tests.Review;

/// <summary>Streams in memory with their list, and every effect they ever caused.</summary>
internal sealed class MemoryStore : IEventStore, ISummaries
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RequestId, List<StoredEvent>> _streams = [];
    private readonly Dictionary<RequestId, RequestSummary> _summaries = [];

    public List<KeyedEffect> Effects { get; } = [];

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<StoredEvent>>([.. _streams.GetValueOrDefault(id, [])]);
    }

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var stream = _streams.TryGetValue(append.Id, out var known) ? known : _streams[append.Id] = [];
            if (stream.Count != append.ExpectedVersion)
                return Task.FromResult(false);

            stream.AddRange(append.Events);
            Effects.AddRange(append.Effects);
            _summaries[append.Id] = append.Summary;
            return Task.FromResult(true);
        }
    }

    public Task<SummaryPage> ListAsync(SummaryQuery query, int size, string? continuation, CancellationToken cancellationToken)
    {
        var from = continuation is null ? 0 : int.Parse(continuation, CultureInfo.InvariantCulture);
        lock (_lock)
        {
            var rows = _summaries.Values.Where(query.Admits).OrderBy(r => r.Limit).ThenBy(r => r.SubmittedAt).ToList();
            var next = from + size < rows.Count ? (from + size).ToString(CultureInfo.InvariantCulture) : null;
            return Task.FromResult(new SummaryPage([.. rows.Skip(from).Take(size)], next));
        }
    }

    public Task<SummaryCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Approvers count nothing.");

    public Task<int> OverdueAsync(Tier tier, DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Approvers count nothing.");
}

internal sealed class MemoryCodes : ICodeStore
{
    private readonly ConcurrentDictionary<string, (string Hash, DateTimeOffset ExpiresAt, int Attempts)> _codes = new();

    public IEnumerable<string> Hashes => _codes.Values.Select(c => c.Hash);

    public Task SaveAsync(string purpose, string hash, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        _codes[purpose] = (hash, expiresAt, 0);
        return Task.CompletedTask;
    }

    public Task<CodeResult> TryAsync(string purpose, string hash, DateTimeOffset now, int maxAttempts, CancellationToken cancellationToken)
    {
        if (!_codes.TryGetValue(purpose, out var code) || code.ExpiresAt <= now || code.Attempts >= maxAttempts)
            return Task.FromResult(CodeResult.Spent);

        if (code.Hash == hash)
        {
            _codes.TryRemove(purpose, out _);
            return Task.FromResult(CodeResult.Right);
        }

        _codes[purpose] = code with { Attempts = code.Attempts + 1 };
        return Task.FromResult(CodeResult.Wrong);
    }
}

internal sealed class MemoryMails : IMailSender
{
    public List<OutgoingMail> Sent { get; } = [];

    /// <summary>Whether the server takes no mails.</summary>
    public bool IsDown { get; set; }

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (IsDown)
            throw new IOException("451 try later, bob@studio.example");

        Sent.Add(mail);
        return Task.CompletedTask;
    }
}

internal sealed class MemoryBlobs : IBlobs
{
    public Dictionary<string, byte[]> Content { get; } = [];

    public Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Content.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes) : null);
}

internal sealed class OneAdmin(string language) : IDirectory
{
    /// <summary>Ids of who is not in it any more.</summary>
    public HashSet<string> Left { get; } = [];

    public Task<bool> HasLeftAsync(string person, CancellationToken cancellationToken) => Task.FromResult(Left.Contains(person));

    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["The Lantern Coast"]);

    public Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        Task.FromResult(Cast.Staffing);

    public Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Person>>([.. Cast.Staffing.SelectMany(s => s.Candidates).Select(c => c.Person).DistinctBy(p => p.Id)]);

    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Person>>([Cast.Root with { Language = language }]);
}
