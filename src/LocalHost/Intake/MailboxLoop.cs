using LocalHost.Loops;
using Workflow.Adapters.Mail;
using Workflow.Core.Diagnostics;
using Workflow.Core.Ports;

namespace LocalHost.Intake;

/// <summary>Reads the intake mailbox as long as the server runs, and goes on after whatever the mail server does.</summary>
internal sealed partial class MailboxLoop(
    MailboxRun run, IMailbox mailbox, LoopActivity activity, TimeProvider time, ILogger<MailboxLoop> logger) : BackgroundService
{
    private static readonly TimeSpan RetryFailedAfter = TimeSpan.FromMinutes(1);

    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), new Random());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                var all = await RunAsync(stoppingToken);
                failures = 0;
                await mailbox.WatchAsync(all || mailbox.Every < RetryFailedAfter ? mailbox.Every : RetryFailedAfter, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                var pause = _backoff.After(++failures);
                LogUnreachable(logger, FailureText.Of(e), pause);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> RunAsync(CancellationToken stoppingToken)
    {
        using var _ = activity.Begin();
        return await run.RunAsync(stoppingToken);
    }

    [LoggerMessage(1, LogLevel.Error, "The intake mailbox cannot be read: {Reason}. Next try in {Pause}.")]
    private static partial void LogUnreachable(ILogger logger, string reason, TimeSpan pause);
}
