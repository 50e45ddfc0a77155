using System.Security.Cryptography;
using Core.Tests.Records;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Web.Tests.Records;

/// <summary>Streams and files in memory, which a test may tamper with.</summary>
internal sealed class MemoryArchive : IEventStore, IBlobs
{
    public List<StoredEvent> Events { get; } = [];

    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Appends an event to the stream of <see cref="ApprovedRequest.Id"/>.</summary>
    public void Happen(Event e, DateTimeOffset at, Actor by)
    {
        var number = Events.Count + 1;
        Events.Add(EventCodec.Encode(ApprovedRequest.Id, new Happened(number, at, by, $"c{number}", e), Events.LastOrDefault()?.Hash));
    }

    /// <summary>The life of the approved request up to its close.</summary>
    public RequestState Approve()
    {
        var state = ApprovedRequest.State();
        Happen(new Event.RequestSubmitted(state.Id, state.Submission), state.SubmittedAt, state.SubmittedBy);
        Happen(new Event.RequestAssessed(state.Assessment!), state.SubmittedAt, Actor.System);
        Happen(new Event.StageReached(0), state.SubmittedAt, Actor.System);
        foreach (var ask in state.Asks)
        {
            Happen(new Event.PersonAsked(ask.Number, ask.Seat, ask.Candidate, ask.Clock), ask.AskedAt, Actor.System);
        }

        foreach (var decided in state.Decisions)
        {
            Happen(new Event.DecisionMade(decided.Ask, decided.Decision), decided.At, decided.By);
        }

        Happen(new Event.RequestClosed(state.Outcome!), state.ClosedAt!.Value, Actor.System);
        return Evolution.Fold(Events.Select(EventCodec.Decode))!;
    }

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>(id == ApprovedRequest.Id ? [.. Events] : []);

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(copy.ToArray()));
        Files[hash] = copy.ToArray();
        return new StoredBlob(hash, copy.Length);
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Files.TryGetValue(sha256, out var file) ? new MemoryStream(file) : null);
}
