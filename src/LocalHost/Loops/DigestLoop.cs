using Workflow.Core.Diagnostics;
using Workflow.Web.Digests;

namespace LocalHost.Loops;

/// <summary>Has the digests sent that are due, every hour: each leaves once, however often it is looked.</summary>
internal sealed partial class DigestLoop(DigestMailing mailing, LoopActivity activity, TimeProvider clock, ILogger<DigestLoop> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                using var _ = activity.Begin();
                await mailing.SendAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, FailureText.Of(e));
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The digests could not be gathered: {Reason}. It is tried again.")]
    private static partial void LogFailed(ILogger logger, string reason);
}
