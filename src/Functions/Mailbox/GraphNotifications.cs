using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflow.Adapters.Graph;

namespace Functions.Mailbox;

/// <summary>
/// What Graph tells us: that a mail came, or something about the subscription. Nothing is read from it but that: it is
/// passed on to the mailbox's orchestration and answered at once, since Graph waits three seconds and then tells it again.
/// </summary>
/// <param name="options">Names the secret by which Graph proves itself.</param>
/// <param name="logger">Told of strangers.</param>
public sealed partial class GraphNotifications(GraphOptions options, ILogger<GraphNotifications> logger)
{
    // Graph sends a hundred notifications at most in one call, each of less than a kilobyte or two.
    private const int LargestBody = 512 * 1024;

    // Far above what Graph sends, some hundred characters.
    private const int LongestToken = 2048;

    /// <summary>Answers a call of Graph.</summary>
    /// <param name="http">The call.</param>
    /// <param name="client">From the function's binding.</param>
    public async Task<IResult> TakeAsync(HttpContext http, DurableTaskClient client)
    {
        if (options.NotificationUrl is null)
            return TypedResults.NotFound();
        if (http.Request.Query.TryGetValue("validationToken", out var tokens))
            return Handshake(http, tokens.ToString());
        if (await ReadAsync(http) is not { } notifications)
            return TypedResults.BadRequest();

        var ours = notifications.Where(IsFromGraph).ToList();
        if (ours.Count < notifications.Count)
            LogStranger(logger, notifications.Count - ours.Count);
        if (ours.Count > 0)
            await MailboxInstance.TellAsync(client, ours.Exists(WantsAuthorization), http.RequestAborted);
        return TypedResults.Accepted((string?)null);
    }

    // Whoever calls gets back what they sent, as a text that no browser takes for anything else.
    private static IResult Handshake(HttpContext http, string token)
    {
        if (token.Length is 0 or > LongestToken || token.Any(char.IsControl))
            return TypedResults.BadRequest();

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Text(token, "text/plain", Encoding.UTF8);
    }

    private static async Task<List<JsonElement>?> ReadAsync(HttpContext http)
    {
        var body = new byte[LargestBody + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        if (length > LargestBody)
            return null;

        try
        {
            var root = JsonSerializer.Deserialize<JsonElement>(body.AsSpan(0, length));
            return root.ValueKind is JsonValueKind.Object && root.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.Array
                ? [.. value.EnumerateArray()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsFromGraph(JsonElement notification) =>
        Text(notification, "clientState") is { } state
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(state)), SHA256.HashData(Encoding.UTF8.GetBytes(options.ClientState!)));

    // "missed" wants no more than a look, which every notification causes.
    private static bool WantsAuthorization(JsonElement notification) =>
        Text(notification, "lifecycleEvent") is "reauthorizationRequired" or "subscriptionRemoved";

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    [LoggerMessage(1, LogLevel.Warning, "{Count} notifications did not bear the secret of our subscription and were not heard.")]
    private static partial void LogStranger(ILogger logger, int count);
}
