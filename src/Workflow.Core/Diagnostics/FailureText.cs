using System.Net.Sockets;

<<<<<<<< HEAD:src/Workflow.Core/Diagnostics/FailureText.cs
namespace Workflow.Core.Diagnostics;
========
namespace Workflow.Core.Approval;
>>>>>>>> functions:src/Workflow.Core/Approval/FailureText.cs

/// <summary>
/// What may be kept and logged about a failure. Messages of exceptions quote addresses, names and answers of
/// servers, so only the kinds of error are told, from the outermost to the cause.
/// </summary>
public static class FailureText
{
<<<<<<<< HEAD:src/Workflow.Core/Diagnostics/FailureText.cs
    /// <summary>The kinds, such as <c>IOException &lt;- SocketException ConnectionRefused</c>.</summary>
========
    /// <summary>The kinds of error, such as <c>IOException &lt;- SocketException ConnectionRefused</c>.</summary>
>>>>>>>> functions:src/Workflow.Core/Approval/FailureText.cs
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
