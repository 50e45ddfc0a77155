using Microsoft.Extensions.Options;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace LocalHost.Loops;

/// <summary>Makes one attempt at one effect and notes what came of it.</summary>
internal sealed partial class Courier(
    IOutbox outbox,
    IEffectCarrier carrier,
    Circuits circuits,
    Backoff backoff,
    IOptions<CourierOptions> options,
    TimeProvider clock,
    ILogger<Courier> logger)
{
    /// <summary>Returns whether the effect is done. Throws only when the note itself cannot be stored, or on cancellation.</summary>
    public async Task<bool> TryAsync(OutboxItem item, CancellationToken stopping)
    {
        var circuit = circuits.Of(item.Effect.Effect);
        if (circuit.BlockedUntil() is { } until)
        {
            await outbox.DeferAsync(item.Effect.Key, until, stopping);
            return false;
        }

        try
        {
            await CarryAsync(item, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            if (circuit.Failed())
                LogCircuitOpened(logger, item.Effect.Effect.Kind);
            await NoteFailureAsync(item, FailureText.Of(e), stopping);
            return false;
        }

        circuit.Succeeded();
        if (!await IsWaitingAsync(item, stopping))
            return true;

        // Carried, but the stream refused the answer that takes it out: without a pause it would come round for ever.
        await NoteFailureAsync(item, "the answer was refused", stopping);
        return false;
    }

    private async Task<bool> IsWaitingAsync(OutboxItem item, CancellationToken stopping) =>
        (await outbox.OfAsync(item.Request, stopping)).Any(other => other.Effect.Key == item.Effect.Key && !other.IsDead);

    private async Task CarryAsync(OutboxItem item, CancellationToken stopping)
    {
        // Real time: the work outside takes as long as it takes, whatever the clock of a demo does.
        using var timeout = new CancellationTokenSource(options.Value.AttemptTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, timeout.Token);
        try
        {
            await carrier.CarryAsync(item.Request, item.Effect, either.Token);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException("The attempt took too long.", e);
        }
    }

    private async Task NoteFailureAsync(OutboxItem item, string reason, CancellationToken stopping)
    {
        var failures = item.Attempts + 1;
        var giveUp = failures >= options.Value.MaxAttempts && await TryGiveUpAsync(item, reason, stopping);
        DateTimeOffset? nextAt = giveUp ? null : clock.GetUtcNow() + backoff.After(failures);
        await outbox.FailedAsync(item.Effect.Key, reason, nextAt, stopping);
        if (giveUp)
            LogGivenUp(logger, item.Effect.Key.Value, failures, reason);
        else
            LogFailed(logger, item.Effect.Key.Value, failures, reason);
    }

    // The stream is told before the outbox: dying in between means another attempt, never an effect that the stream
    // waits for in vain.
    private async Task<bool> TryGiveUpAsync(OutboxItem item, string reason, CancellationToken stopping)
    {
        try
        {
            await carrier.GiveUpAsync(item.Request, item.Effect, reason, stopping);
            return true;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogGiveUpFailed(logger, item.Effect.Key.Value, FailureText.Of(e));
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Effect {Key} failed, attempt {Attempt}: {Reason}.")]
    private static partial void LogFailed(ILogger logger, string key, int attempt, string reason);

    [LoggerMessage(2, LogLevel.Error, "Effect {Key} is a dead letter after {Attempts} attempts: {Reason}.")]
    private static partial void LogGivenUp(ILogger logger, string key, int attempts, string reason);

    [LoggerMessage(3, LogLevel.Error, "The stream could not be told that effect {Key} is given up: {Reason}. It is tried again.")]
    private static partial void LogGiveUpFailed(ILogger logger, string key, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Effects like {Kind} fail one after another; they pause.")]
    private static partial void LogCircuitOpened(ILogger logger, string kind);
}
