using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LocalHost.Serving;

/// <summary>Finds a port of this machine that nobody listens on, for servers whose address must be known before they start.</summary>
internal static class FreePort
{
    // Below what Linux, Windows and macOS give out by themselves: nobody is given it by chance once its server is gone,
    // and so nobody answers in its place.
    private const int First = 20_000;
    private const int Last = 32_000;

    public static int Find()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Somebody listens there; the next one is tried.
            }
        }
    }
}
