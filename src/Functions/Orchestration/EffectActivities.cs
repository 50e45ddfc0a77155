using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.Diagnostics;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Functions.Orchestration;

/// <summary>What an orchestration does about the effects of its request. Each activity may run twice and then changes nothing.</summary>
/// <param name="outbox">Where effects wait.</param>
/// <param name="carrier">What carries one out.</param>
/// <param name="patience">When to try again.</param>
/// <param name="clock">The machine's.</param>
/// <param name="logger">Told of failures, without personal data.</param>
public sealed partial class EffectActivities(
    IOutbox outbox, IEffectCarrier carrier, Patience patience, TimeProvider clock, ILogger<EffectActivities> logger)
{
    /// <summary>The effects of a request that are due, in the order in which they were caused.</summary>
    [Function(nameof(TakeEffects))]
    public async Task<EffectTicket[]> TakeEffects([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = await outbox.OfAsync(RequestId.Parse(id, null), cancellationToken);
        return
        [
            .. waiting.Where(item => !item.IsDead && item.NextAt <= now)
                .Select(item => new EffectTicket(item.Request, item.Effect.Key, EffectLane.Of(item.Effect.Effect))),
        ];
    }

    /// <summary>Carries an effect out, unless that is done already.</summary>
    /// <returns>False when it was carried out but the stream refused the answer that completes it.</returns>
    /// <exception cref="EffectFailedException">This attempt failed; another may succeed.</exception>
    [Function(nameof(CarryEffect))]
    public async Task<bool> CarryEffect([ActivityTrigger] EffectTicket ticket, CancellationToken cancellationToken)
    {
        if (await FindAsync(ticket, cancellationToken) is not { } item)
            return true;

        try
        {
            await carrier.CarryAsync(item.Request, item.Effect, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The runtime keeps what is thrown, and the original may quote addresses and names.
            throw new EffectFailedException(FailureText.Of(e));
        }

        return await FindAsync(ticket, cancellationToken) is null;
    }

    /// <summary>Notes that an effect failed: it is tried again later, or given up as a dead letter that an admin can revive.</summary>
    /// <returns>Whether it was given up.</returns>
    [Function(nameof(NoteFailure))]
    public async Task<bool> NoteFailure([ActivityTrigger] FailedEffect failed, CancellationToken cancellationToken)
    {
        if (await FindAsync(failed.Ticket, cancellationToken) is not { } item)
            return false;

        var failures = item.Attempts + 1;
        DateTimeOffset? nextAt = patience.After(failures) is { } delay ? clock.GetUtcNow() + delay : null;
        // The stream is told before the outbox: dying in between means another attempt, never an effect that the
        // stream waits for in vain.
        if (nextAt is null)
            await carrier.GiveUpAsync(item.Request, item.Effect, failed.Reason, cancellationToken);
        await outbox.FailedAsync(item.Effect.Key, failed.Reason, nextAt, cancellationToken);

        if (nextAt is null)
            LogGivenUp(logger, item.Effect.Key.Value, failures, failed.Reason);
        else
            LogFailed(logger, item.Effect.Key.Value, failures, failed.Reason);
        return nextAt is null;
    }

    private async Task<OutboxItem?> FindAsync(EffectTicket ticket, CancellationToken cancellationToken) =>
        (await outbox.OfAsync(ticket.Request, cancellationToken)).FirstOrDefault(item => item.Effect.Key == ticket.Key && !item.IsDead);

    [LoggerMessage(1, LogLevel.Warning, "Effect {Key} failed, attempt {Attempt}: {Reason}.")]
    private static partial void LogFailed(ILogger logger, string key, int attempt, string reason);

    [LoggerMessage(2, LogLevel.Error, "Effect {Key} is a dead letter after {Attempts} attempts: {Reason}.")]
    private static partial void LogGivenUp(ILogger logger, string key, int attempts, string reason);
}
