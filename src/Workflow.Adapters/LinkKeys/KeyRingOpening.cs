using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflow.Core.Diagnostics;

namespace Workflow.Adapters.LinkKeys;

/// <summary>
/// Opens every key of the ring when an instance starts, so that links mailed long ago are readable from then on whatever
/// becomes of the vault. An old key that is first opened during an outage would be given up for a day.
/// </summary>
internal sealed partial class KeyRingOpening(IKeyManager keys, ILogger<KeyRingOpening> logger) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(Open, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Open()
    {
        try
        {
            foreach (var key in keys.GetAllKeys())
                Open(key);
        }
        catch (Exception e)
        {
            // Data Protection tries again with the first link; what needs no link works meanwhile.
            LogUnread(logger, FailureText.Of(e));
        }
    }

    private void Open(IKey key)
    {
        try
        {
            key.CreateEncryptor();
        }
        catch (Exception e)
        {
            LogUnopened(logger, key.KeyId, FailureText.Of(e));
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The ring of LinkKeys:KeyRing could not be read: {Reason}. Until it can, no link is made and none is readable.")]
    private static partial void LogUnread(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Error, "Key {Key} of the ring of LinkKeys:KeyRing could not be opened by LinkKeys:WrappingKey: {Reason}. Links sealed with it are unreadable.")]
    private static partial void LogUnopened(ILogger logger, Guid key, string reason);
}
