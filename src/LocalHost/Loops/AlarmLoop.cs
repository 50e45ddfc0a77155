using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Diagnostics;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Loops;

/// <summary>Hands a command to the desk; in the product <see cref="ApprovalDesk.HandleAsync"/>.</summary>
internal delegate Task<DeskAnswer> Handle(RequestId id, Command command, CancellationToken cancellationToken);

/// <summary>Wakes every request whose due instant has come.</summary>
internal sealed partial class AlarmLoop(
    IAlarms alarms,
    Handle desk,
    StoreSignals signals,
    LoopActivity activity,
    TimeProvider clock,
    ILogger<AlarmLoop> logger) : BackgroundService
{
    private const int Batch = 256;
    private const int Parallelism = 8;

    private readonly Snoozed _snoozed = new(clock);
    private int _rings;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var rung = await RingAsync(stoppingToken);
                // After a ring the request may be due again at once: a clock that jumped far has several steps to catch up.
                if (!rung)
                    await signals.Alarms.WaitAsync(await UntilNextAsync(stoppingToken), clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogAlarmsFailed(logger, FailureText.Of(e));
                await signals.Alarms.WaitAsync(Pulse.Longest, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task<bool> RingAsync(CancellationToken stopping)
    {
        // Room for the snoozed ones, so that they cannot crowd out the others.
        var limit = Batch + _snoozed.Count;
        var due = await alarms.DueAsync(clock.GetUtcNow(), limit, stopping);
        if (due.Count < limit)
            _snoozed.KeepOnly(due);
        var awake = due.Where(id => !_snoozed.Contains(id)).ToList();
        await Parallel.ForEachAsync(
            awake,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = stopping },
            async (id, token) => await WakeAsync(id, token));
        return awake.Count > 0;
    }

    private async Task WakeAsync(RequestId id, CancellationToken stopping)
    {
        using var _ = activity.Begin();
        try
        {
            var answer = await desk(id, new Command.Wake(NewStamp(id)), stopping);
            if (answer.Verdict is Verdict.Accepted { Events.Count: > 0 })
            {
                _snoozed.Remove(id);
            }
            else
            {
                // Somebody may just have been quicker. If not, ringing on and on would change nothing.
                _snoozed.Add(id);
            }
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            _snoozed.Add(id);
            LogWakeFailed(logger, id, FailureText.Of(e));
        }
    }

    // New for each ring, also for two at the same instant of a clock that stands still.
    private Stamp NewStamp(RequestId id)
    {
        var now = clock.GetUtcNow();
        return new Stamp($"wake/{id}/{now.UtcTicks}.{Interlocked.Increment(ref _rings)}", now, Actor.System);
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken stopping)
    {
        var wait = await alarms.NextDueAsync(stopping) - clock.GetUtcNow();
        // Already due means snoozed, or set since we looked; the setter has poked.
        return wait > TimeSpan.Zero ? wait.Value : Pulse.Longest;
    }

    [LoggerMessage(1, LogLevel.Error, "Request {Id} could not be woken: {Reason}. It is woken again.")]
    private static partial void LogWakeFailed(ILogger logger, RequestId id, string reason);

    [LoggerMessage(2, LogLevel.Error, "The due times cannot be read: {Reason}. They are read again.")]
    private static partial void LogAlarmsFailed(ILogger logger, string reason);
}
