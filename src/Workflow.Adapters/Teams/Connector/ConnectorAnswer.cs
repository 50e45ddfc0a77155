using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Workflow.Adapters.Teams.Connector;

/// <summary>What the connector said, or that it said nothing.</summary>
/// <param name="Status">Null when no answer came: the call may have had its effect.</param>
/// <param name="Id">Of the chat or the message that was made.</param>
/// <param name="Error">The connector's name of what is wrong, such as <c>ConversationNotFound</c>.</param>
/// <param name="RetryAfter">How long it asks to be left alone.</param>
/// <param name="Lost">Why no answer came.</param>
internal sealed record ConnectorAnswer(HttpStatusCode? Status, string? Id, string? Error, TimeSpan? RetryAfter, Exception? Lost)
{
    public bool IsSuccess => (int?)Status is >= 200 and < 300;

    /// <summary>There is nobody or nothing: the app is removed or blocked, the chat or the message is gone.</summary>
    public bool IsGone => Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    /// <summary>
    /// Another call may succeed. 412 and 409 are two changes at once; Teams names 412, 429, 502 and 504 itself
    /// (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
    /// </summary>
    public bool IsPassing => Status is null
        or HttpStatusCode.RequestTimeout
        or HttpStatusCode.Conflict
        or HttpStatusCode.PreconditionFailed
        or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    public static ConnectorAnswer None(Exception lost) => new(null, null, null, null, lost);

    public static async Task<ConnectorAnswer> ReadAsync(
        HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return new(response.StatusCode, body?.Id, Code(body?.Error?.Code), Pause(response.Headers.RetryAfter, now), null);
    }

    /// <summary>What to throw: says what was tried and the connector's own words for what is wrong, and nobody's ids.</summary>
    public HttpRequestException Failure(string what) => Status is { } status
        ? new HttpRequestException($"Teams answered {(int)status} {Error} when {what}.", null, status)
        : new HttpRequestException($"Teams did not answer when {what}.", Lost);

    // An answer need not be ours: gateways on the way answer in HTML.
    private static AnswerBody? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, ConnectorJson.Default.AnswerBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Code(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(char.IsAsciiLetterOrDigit) ? code : null;

    private static TimeSpan? Pause(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks)) : null);
}
