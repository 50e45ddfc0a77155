using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EndToEnd.Crash;

/// <summary>Stands between a client and its server, and keeps back the first words of the client that contain a command, and all that follows.</summary>
internal sealed class HoldingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;

    /// <param name="server">The server's port on loopback.</param>
    /// <param name="command">What is kept back, in ASCII.</param>
    public HoldingProxy(int server, string command)
    {
        _listener.Start();
        _accepting = AcceptAsync(server, Encoding.ASCII.GetBytes(command));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Done once the command was kept back.</summary>
    public Task Held => _held.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync(int server, byte[] command)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_stop.Token), server, command));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task CarryAsync(TcpClient accepted, int server, byte[] command)
    {
        using var client = accepted;
        using var upstream = new TcpClient();
        try
        {
            await upstream.ConnectAsync(IPAddress.Loopback, server, _stop.Token);
            await Task.WhenAny(
                PumpAsync(client.GetStream(), upstream.GetStream(), command),
                upstream.GetStream().CopyToAsync(client.GetStream(), _stop.Token)).Unwrap();
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // One side is gone, and with it the connection.
        }
    }

    // A command comes in one piece: clients flush at its end.
    private async Task PumpAsync(NetworkStream from, NetworkStream to, byte[] command)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, _stop.Token)) > 0)
        {
            if (buffer.AsSpan(0, read).IndexOf(command) >= 0)
                _held.TrySetResult();
            if (!_held.Task.IsCompleted)
                await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
