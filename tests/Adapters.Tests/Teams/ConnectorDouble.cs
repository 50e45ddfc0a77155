using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Adapters.Tests.Teams;

/// <summary>A call as the connector got it.</summary>
internal sealed record ConnectorCall(string Method, string Host, string Path, string? Authorization, JsonElement Body)
{
    /// <summary>The chat within the path; empty when a chat is opened.</summary>
    public string Chat => Path.Split('/') is [_, _, _, _, var chat, ..] ? Uri.UnescapeDataString(chat) : "";

    /// <summary>What the notification says.</summary>
    public string? Summary => Body.TryGetProperty("summary", out var summary) ? summary.GetString() : null;
}

/// <summary>What the connector answers.</summary>
internal sealed record ConnectorReply(int Status, string Body = "{}", string? RetryAfter = null)
{
    /// <summary>Does what was asked and breaks the connection.</summary>
    public static readonly ConnectorReply Lost = new(0);

    /// <summary>Never answers.</summary>
    public static readonly ConnectorReply Never = new(-1);

    public static ConnectorReply Error(int status, string code, string? retryAfter = null) =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"Ada Lovelace at ada@studio.example"}}""", retryAfter);
}

/// <summary>
/// A connector on loopback which notes every call in its order and refuses what the real one would not take. It stands for
/// every host: calls are led here on their way out.
/// </summary>
internal sealed class ConnectorDouble : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<ConnectorCall> _calls = [];
    private int _messages;
    private int _held;

    private ConnectorDouble()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        Way = new Detour(this);
    }

    /// <summary>The calls so far, in their order.</summary>
    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>Decides otherwise than to do as asked, by the call and how many there were before it.</summary>
    public Func<ConnectorCall, int, ConnectorReply?> Script { get; set; } = (_, _) => null;

    /// <summary>The way here for an HTTP client.</summary>
    public Detour Way { get; }

    /// <summary>Whether a call is under way that will be answered.</summary>
    public bool IsBusy => Way.UnderWay > Volatile.Read(ref _held);

    /// <summary>Whether a call is under way that will not be.</summary>
    public bool IsHolding => Volatile.Read(ref _held) > 0;

    private Uri Address => new(_app.Urls.Single());

    public static async Task<ConnectorDouble> StartAsync()
    {
        var connector = new ConnectorDouble();
        await connector._app.StartAsync(TestContext.Current.CancellationToken);
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var call = new ConnectorCall(
            context.Request.Method,
            context.Request.Headers["X-Host"].ToString(),
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.Authorization,
            body.RootElement.Clone());
        ConnectorReply? reply;
        lock (_lock)
        {
            reply = Script(call, _calls.Count);
            _calls.Add(call);
        }

        await SendAsync(context, reply ?? Do(call));
    }

    private async Task SendAsync(HttpContext context, ConnectorReply reply)
    {
        if (reply == ConnectorReply.Never)
        {
            Interlocked.Increment(ref _held);
            var aborted = new TaskCompletionSource();
            await using (context.RequestAborted.Register(aborted.SetResult))
                await aborted.Task;
            Interlocked.Decrement(ref _held);
            return;
        }

        if (reply == ConnectorReply.Lost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } pause)
            context.Response.Headers.RetryAfter = pause;
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

    private ConnectorReply Do(ConnectorCall call) => (call.Method, call.Path.Split('/')) switch
    {
        ("POST", ["", "teams", "v3", "conversations"]) when IsNewChat(call.Body) =>
            new(201, $$"""{"id":"a:{{call.Body.GetProperty("members")[0].GetProperty("id").GetString()}}"}"""),
        ("POST", ["", "teams", "v3", "conversations", _, "activities"]) when IsMessage(call.Body) =>
            new(201, $$"""{"id":"m{{Interlocked.Increment(ref _messages)}}"}"""),
        ("PUT", ["", "teams", "v3", "conversations", _, "activities", var id]) when IsMessage(call.Body) && Text(call.Body, "id") == id =>
            new(200, $$"""{"id":"{{id}}"}"""),
        _ => ConnectorReply.Error(400, "BadSyntax"),
    };

    private static bool IsNewChat(JsonElement body) =>
        !body.GetProperty("isGroup").GetBoolean()
        && body.GetProperty("members").GetArrayLength() == 1
        && Text(body, "tenantId") is { Length: > 0 } tenant
        && Text(body.GetProperty("channelData").GetProperty("tenant"), "id") == tenant
        && Text(body.GetProperty("bot"), "id")!.StartsWith("28:", StringComparison.Ordinal);

    // A card stands alone; text stands without a card.
    private static bool IsMessage(JsonElement body) => Text(body, "type") == "message"
        && (body.TryGetProperty("attachments", out var attachments)
            ? attachments.GetArrayLength() == 1 && attachments[0] is var card && Text(card, "contentType") == "application/vnd.microsoft.card.adaptive"
                && card.GetProperty("content").ValueKind is JsonValueKind.Object && Text(body, "text") is null
            : Text(body, "text") is not null);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Leads every call to the double and notes the host that it was for.</summary>
    internal sealed class Detour(ConnectorDouble connector) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        private int _underWay;

        public int UnderWay => Volatile.Read(ref _underWay);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _underWay);
            try
            {
                request.Headers.Add("X-Host", request.RequestUri!.GetLeftPart(UriPartial.Authority));
                request.RequestUri = new Uri(connector.Address.GetLeftPart(UriPartial.Authority) + request.RequestUri.AbsolutePath);
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }
    }
}
