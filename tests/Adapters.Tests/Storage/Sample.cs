using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Adapters.Tests.Storage;

/// <summary>Appends as a desk would make them, with nothing in them that a store must understand.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static RequestId Id(int number) => RequestId.FromBits((ulong)number * 7919);

    public static StoredEvent Event(int sequence) =>
        new(sequence, "note-made", 1, $$"""{"text":"Nº {{sequence}} — \u0022é\u0022"}""", $"{sequence:x64}");

    public static KeyedEffect Effect(RequestId id, int sequence, Effect effect) => KeyedEffect.For(id, sequence, effect);

    public static RequestSummary Summary(
        RequestId id,
        string title = "Moodboards for the harbour scenes",
        RequestStatus status = RequestStatus.Submitted,
        Tier? tier = null,
        DateTimeOffset? limit = null,
        DateTimeOffset? submittedAt = null,
        string searchText = "fog over the quay",
        string production = "The Lantern Keepers",
        IReadOnlyList<string>? approvers = null) =>
        new(
            id,
            title,
            production,
            "Ines Varga",
            status,
            tier,
            status is RequestStatus.Closed ? OutcomeKind.Approved : null,
            status is RequestStatus.Closed ? "" : "the policy",
            approvers ?? [],
            limit,
            submittedAt ?? Noon,
            submittedAt ?? Noon,
            searchText);

    public static Append Append(
        RequestId id,
        int expectedVersion = 0,
        int events = 1,
        IReadOnlyList<Effect>? effects = null,
        EffectKey? completes = null,
        RequestSummary? summary = null,
        DateTimeOffset? due = null) =>
        new(
            id,
            expectedVersion,
            [.. Enumerable.Range(expectedVersion + 1, events).Select(Event)],
            [.. (effects ?? []).Select(effect => Effect(id, expectedVersion + 1, effect))],
            completes,
            summary ?? Summary(id),
            due);
}
