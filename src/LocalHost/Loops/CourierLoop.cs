using Microsoft.Extensions.Options;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Loops;

/// <summary>
/// Carries out what streams have caused: requests in parallel, the effects of one request one after another, each at
/// least once.
/// </summary>
internal sealed partial class CourierLoop(
    IOutbox outbox,
    Courier courier,
    StoreSignals signals,
    LoopActivity activity,
    IOptions<CourierOptions> options,
    TimeProvider clock,
    ILogger<CourierLoop> logger) : BackgroundService
{
    // Only the loop itself touches it.
    private readonly Dictionary<RequestId, Task> _underway = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartWhatIsDueAsync(stoppingToken);
                await signals.Effects.WaitAsync(await UntilNextAsync(stoppingToken), clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                LogOutboxFailed(logger, FailureText.Of(e));
                await PauseAsync(stoppingToken);
            }
        }

        await Task.WhenAll(_underway.Values);
    }

    private async Task StartWhatIsDueAsync(CancellationToken stopping)
    {
        // Forgotten before the outbox is read: what is read of a request that is under way may be done already.
        foreach (var (id, work) in _underway)
        {
            if (work.IsCompleted)
                _underway.Remove(id);
        }

        var free = options.Value.Parallelism - _underway.Count;
        if (free == 0)
            return;

        var due = await outbox.DueAsync(clock.GetUtcNow(), 64 + (8 * options.Value.Parallelism), stopping);
        foreach (var request in due.GroupBy(item => item.Request).Where(r => !_underway.ContainsKey(r.Key)).Take(free))
        {
            var work = Task.Run(() => CarryAllAsync([.. request], stopping), CancellationToken.None);
            _underway.Add(request.Key, work);
            _ = work.ContinueWith(
                _ => signals.Effects.Poke(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private async Task CarryAllAsync(IReadOnlyList<OutboxItem> items, CancellationToken stopping)
    {
        using var _ = activity.Begin();
        try
        {
            // After a failure the rest is read again: what must not overtake is put off by then.
            foreach (var item in items)
            {
                if (!await courier.TryAsync(item, stopping))
                    return;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not done, so it is still in the outbox when we start again.
        }
        catch (Exception e)
        {
            LogOutboxFailed(logger, FailureText.Of(e));
            await PauseAsync(stopping);
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken stopping)
    {
        if (await outbox.NextDueAsync(stopping) is not { } next)
            return Pulse.Longest;
        var wait = next - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
            return wait;
        // Due already: it is under way or waits for a place, and whoever finishes pokes.
        return _underway.Count > 0 ? Pulse.Longest : TimeSpan.Zero;
    }

    private static async Task PauseAsync(CancellationToken stopping) =>
        await Task.Delay(Pulse.Longest, TimeProvider.System, stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(1, LogLevel.Error, "The outbox cannot be read or written: {Reason}. The courier tries again.")]
    private static partial void LogOutboxFailed(ILogger logger, string reason);
}
