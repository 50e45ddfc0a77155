using System.Data.Common;
using Microsoft.Extensions.Options;

namespace LocalHost.Serving;

/// <summary>Starts a server, or says why it cannot be started.</summary>
internal static class Launch
{
    /// <summary>Builds and starts it. What an operator can mend is said on the error stream, without a stack trace.</summary>
    /// <returns>The running server; null when it could not be started.</returns>
    public static async Task<WebApplication?> StartAsync(Func<WebApplication> build, CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        try
        {
            app = build();
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (Exception e) when (Reasons(e) is { Count: > 0 } reasons)
        {
            foreach (var reason in reasons)
            {
                await Console.Error.WriteLineAsync(reason);
            }

            await Console.Error.WriteLineAsync("The server was not started.");
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            return null;
        }
    }

    /// <summary>What is to be mended, a line each; empty when the fault is ours and its stack trace is needed.</summary>
    internal static IReadOnlyList<string> Reasons(Exception failure) => failure switch
    {
        AggregateException several => [.. several.InnerExceptions.SelectMany(Reasons)],
        OptionsValidationException settings => [.. settings.Failures],
        DbException database => [$"The database in the data folder cannot be used: {database.Message}"],
        // Files and folders, ports, settings of the wrong type, keys and documents: each says itself what it is about.
        IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException or FormatException =>
            [failure.Message],
        _ => [],
    };
}
