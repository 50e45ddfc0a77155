using System.Net;
using System.Net.Sockets;

namespace LocalHost.Serving;

/// <summary>Finds a port of this machine that nobody listens on, for servers whose address must be known before they start.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
