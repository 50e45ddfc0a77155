using System.Text.Json;

namespace Adapters.Tests.Graph.Double;

/// <summary>What Graph answers.</summary>
internal sealed record GraphReply(int Status, byte[] Body, string? ContentType)
{
    public static GraphReply Json(int status, object body) => new(status, JsonSerializer.SerializeToUtf8Bytes(body), "application/json");

    public static GraphReply Bytes(byte[] body) => new(200, body, "text/plain");

    public static GraphReply Empty(int status) => new(status, [], null);

    /// <summary>An error as Graph words it, quoting what must not be logged.</summary>
    public static GraphReply Error(int status, string code) =>
        Json(status, new { error = new { code, message = "About ana@studio.example", innerError = new { } } });

    public static GraphReply NotFound { get; } = Error(404, "ErrorItemNotFound");
}

/// <summary>What goes wrong with a call.</summary>
/// <param name="Does">Whether the call is carried out all the same.</param>
/// <param name="Status">The answer; 0 breaks the connection, -1 never answers.</param>
/// <param name="Code">Of the error.</param>
/// <param name="RetryAfter">The header, in seconds or as a date.</param>
internal sealed record GraphFault(bool Does, int Status, string Code = "", string? RetryAfter = null)
{
    /// <summary>The call is carried out and its answer is lost.</summary>
    public static GraphFault LostAnswer { get; } = new(true, 0);

    /// <summary>The connection breaks before anything is done.</summary>
    public static GraphFault LostCall { get; } = new(false, 0);

    /// <summary>Nothing is done and no answer ever comes.</summary>
    public static GraphFault Silence { get; } = new(false, -1);

    public static GraphFault Throttled(string? retryAfter = null) => new(false, 429, "TooManyRequests", retryAfter);

    public static GraphFault Answer(int status, string code = "serviceNotAvailable", string? retryAfter = null) => new(false, status, code, retryAfter);

    /// <summary>The call is carried out, and a gateway says that it does not know.</summary>
    public static GraphFault DoneBut(int status) => new(true, status, "UnknownError");
}
