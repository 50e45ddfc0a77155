using Microsoft.Extensions.Logging;
using Workflow.Core.Diagnostics;
using Workflow.Core.Ports;

namespace Workflow.Web.Digests;

/// <summary>
/// Sends what is due. Run it every hour, since it reads all that is open, on as many machines as there are: a digest that was handed over is
/// not sent again, and one that failed is tried again in the next run, as long as it is still early in the day.
/// </summary>
public sealed partial class DigestMailing(
    DigestRound round, DigestPost post, IDigestChoices choices, IMailLog log, TimeProvider clock, ILogger<DigestMailing> logger)
{
    /// <summary>Sends the digests that are due now.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sent = 0;
        foreach (var digest in await round.DueAsync(now, cancellationToken))
        {
            try
            {
                sent += await SendAsync(digest, now, cancellationToken) ? 1 : 0;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(logger, digest.Kind, FailureText.Of(e));
            }
        }

        if (sent > 0)
        {
            LogSent(logger, sent);
        }

        return sent;
    }

    private async Task<bool> SendAsync(Digest digest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(post.IdOf(digest), cancellationToken) is { Handed: true }
            || await choices.AreOffAsync(digest.Address, cancellationToken))
        {
            return false;
        }

        await post.SendAsync(digest, now, cancellationToken);
        return true;
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} digests were sent.")]
    private static partial void LogSent(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Warning, "A {Kind} digest could not be sent: {Reason}. The next run tries again.")]
    private static partial void LogFailed(ILogger logger, string kind, string reason);
}
