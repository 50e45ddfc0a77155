using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>
/// The one door through which everything happens to a request: pages, mails, timers and activities call it and
/// nothing else. Load, fold, decide, append the events and what follows from them in one atomic write.
/// </summary>
/// <param name="store">Where streams live.</param>
/// <param name="policies">The policy whose completion limit holds for mails with gaps.</param>
/// <param name="clock">For submissions; commands carry their own instant.</param>
/// <param name="hot">
/// States kept in memory. Only for a host through whose one desk every write passes; null where several machines write.
/// </param>
public sealed class ApprovalDesk(IEventStore store, IPolicies policies, TimeProvider clock, HotStates? hot = null)
{
    private const int Tries = 32;
    private readonly KeyedLocks<RequestId> _locks = new();

    /// <summary>Loads, decides, stores what follows in one atomic write, and answers.</summary>
    /// <exception cref="InvalidOperationException">Others kept writing to the same request at the same time.</exception>
    public async Task<DeskAnswer> HandleAsync(RequestId id, Command command, CancellationToken cancellationToken)
    {
        using var turn = await _locks.EnterAsync(id, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < Tries; i++)
        {
            var before = await LoadAsync(id, cancellationToken).ConfigureAwait(false);
            var verdict = Decider.Decide(before.State, command);
            if (verdict is not Verdict.Accepted accepted)
            {
                return new DeskAnswer(verdict, before.State);
            }

            if (accepted.Events.Count == 0 && (command.Answers is null || before.State is null))
            {
                return new DeskAnswer(verdict, before.State);
            }

            var (append, after) = Compose(id, before, accepted.Events, command);
            if (await StoreAsync(append, after, cancellationToken).ConfigureAwait(false))
            {
                return new DeskAnswer(verdict, after.State);
            }
        }

        throw new InvalidOperationException($"Request {id} was changed by others {Tries} times in a row.");
    }

    /// <summary>
    /// Opens a request for a submission, or finds the one that the same submission has opened before.
    /// Refused with <see cref="RefusalCode.DifferentContent"/> when the key was used for something else.
    /// </summary>
    /// <param name="submission">What was sent; its intake key and fingerprint decide whether it was sent before.</param>
    /// <param name="authentication">How the submitter proved who they are.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<DeskAnswer> SubmitAsync(Submission submission, Authentication authentication, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var policy = policies.Current;
        var completion = Clock.Start(policy.Office, now, policy.Completion.Limit, policy.Completion.Reminders);
        var by = new Actor(ActorKind.Submitter, submission.Submitter.Email, submission.Submitter.Name, authentication);
        for (var attempt = 0; ; attempt++)
        {
            var id = RequestId.ForIntake(submission.IntakeKey, attempt);
            var command = new Command.Submit(new Stamp($"submit/{submission.Fingerprint}", now, by), id, submission, completion);
            var answer = await HandleAsync(id, command, cancellationToken).ConfigureAwait(false);
            if (answer.Verdict is not Verdict.Refused { Refusal.Code: RefusalCode.IdTaken })
            {
                return answer;
            }
        }
    }

    /// <summary>The request as it now is; null when there is none.</summary>
    public async Task<RequestState?> FindAsync(RequestId id, CancellationToken cancellationToken) =>
        (await LoadAsync(id, cancellationToken).ConfigureAwait(false)).State;

    /// <summary>The request with its stored events, for auditors and records; null when there is none.</summary>
    public async Task<RequestHistory?> HistoryAsync(RequestId id, CancellationToken cancellationToken)
    {
        var stored = await store.LoadAsync(id, cancellationToken).ConfigureAwait(false);
        if (stored.Count == 0)
        {
            return null;
        }

        var events = stored.Select(EventCodec.Decode).ToList();
        return new RequestHistory(Evolution.Fold(events)!, events, stored, AuditChain.FirstBreak(id.ToString(), stored));
    }

    private async Task<HotState> LoadAsync(RequestId id, CancellationToken cancellationToken)
    {
        if (hot?.Find(id) is { } known)
        {
            return known;
        }

        var stored = await store.LoadAsync(id, cancellationToken).ConfigureAwait(false);
        return new HotState(Evolution.Fold(stored.Select(EventCodec.Decode)), stored.Count == 0 ? null : stored[^1].Hash);
    }

    private async Task<bool> StoreAsync(Append append, HotState after, CancellationToken cancellationToken)
    {
        hot?.Forget(append.Id);
        if (!await store.AppendAsync(append, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        hot?.Remember(append.Id, after);
        return true;
    }

    private static (Append Append, HotState After) Compose(RequestId id, HotState before, IReadOnlyList<Event> events, Command command)
    {
        var (state, hash) = before;
        var stored = new List<StoredEvent>(events.Count);
        var effects = new List<KeyedEffect>();
        foreach (var e in events)
        {
            var happened = new Happened((state?.Version ?? 0) + 1, command.Stamp.At, command.Stamp.By, command.Stamp.CommandId, e);
            state = Evolution.Evolve(state, happened);
            stored.Add(EventCodec.Encode(id, happened, hash));
            hash = stored[^1].Hash;
            effects.AddRange(Effects.Of(state, happened));
        }

        // One command makes cards stale once, however many of its events do.
        if (effects.FindLast(e => e.Effect is Effect.UpdateCards) is { } update)
        {
            effects.RemoveAll(e => e.Effect is Effect.UpdateCards && e != update);
        }

        var append = new Append(
            id, before.State?.Version ?? 0, stored, effects, command.Answers, Summarizing.Of(state!), DueTimes.Next(state!));
        return (append, new HotState(state, hash));
    }
}

/// <summary>The verdict, and the request as it is after it; null when there is no such request.</summary>
public sealed record DeskAnswer(Verdict Verdict, RequestState? Request);

/// <summary>A request with everything that is stored of it.</summary>
/// <param name="Request">Its state.</param>
/// <param name="Events">What happened, decoded.</param>
/// <param name="Stored">The same as stored.</param>
/// <param name="FirstBreak">The first event whose hash does not fit, or null when the chain holds.</param>
public sealed record RequestHistory(
    RequestState Request, IReadOnlyList<Happened> Events, IReadOnlyList<StoredEvent> Stored, int? FirstBreak);
