using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workflow.Adapters.Teams.Connector;

/// <summary>
/// Makes one call of the connector at the pace of Teams, and again while what is wrong passes by itself: at most
/// <see cref="MostTries"/> times, for some seconds; whoever wants a card carried comes again after that.
/// </summary>
internal sealed partial class ConnectorClient(
    TeamsOptions options,
    TeamsHttp http,
    ServiceUrls serviceUrls,
    Pace pace,
    TimeProvider clock,
    ILogger<ConnectorClient> logger,
    [FromKeyedServices(TeamsOptions.Section)] KeptToken? credential = null)
{
    public const int MostTries = 4;

    // A longer one is for the courier: this attempt would hold up the chat and not end in time.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Returns the last answer. The call bears the bot's token but in the Playground, which wants none, and never goes to an
    /// address off the allow-list, whoever has named it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The address is not allowed.</exception>
    public async Task<ConnectorAnswer> CallAsync<T>(
        HttpMethod method, Uri serviceUrl, string path, T body, JsonTypeInfo<T> type, string chat, CancellationToken cancellationToken)
    {
        if (!serviceUrls.Allow(serviceUrl))
            throw new InvalidOperationException("A chat is kept with a service address that Teams:ServiceHosts does not allow.");

        var address = new Uri($"{serviceUrl.AbsoluteUri.TrimEnd('/')}/{path}");
        var content = JsonSerializer.SerializeToUtf8Bytes(body, type);
        string? token = null, refused = null;
        using var turn = await pace.EnterAsync(chat, cancellationToken);
        for (var tried = 1; ; tried++)
        {
            await turn.WaitAsync(cancellationToken);
            if (credential is not null)
                token = await credential.TokenAsync(refused, cancellationToken);

            var answer = await TryAsync(method, address, content, token, cancellationToken);
            if (answer.Status is HttpStatusCode.Unauthorized && refused is null && token is not null)
            {
                refused = token;
                continue;
            }

            var rest = answer.RetryAfter ?? Backoff(tried);
            if (!answer.IsPassing || tried >= MostTries || rest > LongestPause)
                return answer;
            LogAgain(logger, method.Method, (int?)answer.Status ?? 0, answer.Error, tried, rest);
            await Task.Delay(rest, clock, cancellationToken);
        }
    }

    private async Task<ConnectorAnswer> TryAsync(
        HttpMethod method, Uri address, byte[] content, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var timeout = new CancellationTokenSource(options.CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.Client.SendAsync(request, either.Token);
            return await ConnectorAnswer.ReadAsync(response, clock.GetUtcNow(), either.Token);
        }
        catch (HttpRequestException e)
        {
            return ConnectorAnswer.None(e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ConnectorAnswer.None(new TimeoutException("The call took too long."));
        }
    }

    // 1, 2, 4 seconds, and up to half as much more: many who were turned away together must not come back together.
    private static TimeSpan Backoff(int tried)
    {
        var milliseconds = 1000 << (tried - 1);
        return TimeSpan.FromMilliseconds(milliseconds + RandomNumberGenerator.GetInt32(milliseconds / 2));
    }

    [LoggerMessage(1, LogLevel.Information, "Teams answered a {Method} with {Status} {Error}, try {Tried}; again in {Rest}.")]
    private static partial void LogAgain(ILogger logger, string method, int status, string? error, int tried, TimeSpan rest);
}
