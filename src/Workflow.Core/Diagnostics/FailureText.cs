using System.Net.Sockets;

namespace Workflow.Core.Diagnostics;

/// <summary>
/// What may be kept and logged about a failure. Messages of exceptions quote addresses, names and answers of
/// servers, so only the kinds of error are told, from the outermost to the cause.
/// </summary>
public static class FailureText
{
    /// <summary>The kinds, such as <c>IOException &lt;- SocketException ConnectionRefused</c>.</summary>
    public static string Of(Exception failure)
    {
        var kinds = new List<string>();
        for (Exception? e = failure; e is not null; e = e.InnerException)
            kinds.Add(KindOf(e));
        return string.Join(" <- ", kinds);
    }

    private static string KindOf(Exception e) => e switch
    {
        SocketException socket => $"SocketException {socket.SocketErrorCode}",
        HttpRequestException { StatusCode: { } status } => $"HttpRequestException {(int)status}",
        _ => e.GetType().Name,
    };
}
