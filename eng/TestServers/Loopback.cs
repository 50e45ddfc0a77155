using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace TestServers;

/// <summary>Ports of this machine for servers that tests start.</summary>
internal static class Loopback
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Ports on which nobody listens, from below the range that the system gives to callers: a port of a server that is
    /// killed must not become a client's.
    /// </summary>
    public static int[] FreePorts(int count) =>
        [.. Enumerable.Range(0, int.MaxValue).Select(_ => RandomNumberGenerator.GetInt32(20_000, 32_000)).Where(IsFree).Distinct().Take(count)];

    /// <summary>Waits until somebody listens.</summary>
    /// <param name="port">Where.</param>
    /// <param name="server">The process that should; when it ends there is nothing to wait for. Null where it is somebody's child.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WhenListeningAsync(int port, Process? server, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(Patience);
        while (!await IsListeningAsync(port, over.Token))
        {
            if (server is { HasExited: true })
                throw new InvalidOperationException($"The server ended with {server.ExitCode}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, over.Token);
        }
    }

    private static async Task<bool> IsListeningAsync(int port, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
