using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Adapters.Tests.Graph.Double;

/// <summary>
/// Microsoft Graph v1.0 on loopback, as far as we call it: what is documented is carried out, anything else is answered
/// with 400 and fails the test that ends without looking. Parts of the service are added by <see cref="Map"/>; each call
/// can be made to go wrong by <see cref="Fail(string, GraphFault[])"/>.
/// </summary>
internal sealed class GraphDouble : IAsyncDisposable
{
    private const string Version = "/v1.0";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(string Shape, string[] Segments, Func<GraphCall, GraphReply> Answer)> _routes = [];
    private readonly Dictionary<string, Queue<GraphFault>> _faults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action> _before = new(StringComparer.Ordinal);
    private readonly List<GraphCall> _calls = [];
    private readonly List<string> _misuses = [];
    private int _holding;

    private GraphDouble(TimeProvider clock)
    {
        Clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024);
        _app = builder.Build();
        _app.Run(AnswerAsync);
        Mail = new MailDouble(this);
        Subscriptions = new SubscriptionsDouble(this);
        People = new PeopleDouble(this);
        BatchDouble.MapOn(this);
    }

    /// <summary>The service's clock, before <see cref="Skew"/>.</summary>
    public TimeProvider Clock { get; }

    /// <summary>How far the service's clock is ahead of ours.</summary>
    public TimeSpan Skew { get; set; }

    public DateTimeOffset Now => Clock.GetUtcNow() + Skew;

    public MailDouble Mail { get; }

    public SubscriptionsDouble Subscriptions { get; }

    public PeopleDouble People { get; }

    /// <summary>Tokens that are no good any more.</summary>
    public HashSet<string> RefusedTokens { get; } = [];

    /// <summary>What <c>Graph:Endpoint</c> is to be.</summary>
    public Uri Endpoint => new(_app.Urls.Single() + Version);

    /// <summary>Whether a call waits for an answer that will not come.</summary>
    public bool IsHolding => Volatile.Read(ref _holding) > 0;

    /// <summary>The calls so far, in their order.</summary>
    public IReadOnlyList<GraphCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public static async Task<GraphDouble> StartAsync(TimeProvider clock)
    {
        var graph = new GraphDouble(clock);
        await graph._app.StartAsync(TestContext.Current.CancellationToken);
        return graph;
    }

    /// <summary>How many calls there were of a shape.</summary>
    public int Count(string shape) => Calls.Count(call => call.Shape == Known(shape));

    /// <summary>Adds a call, such as <c>GET /users/{mailbox}/messages/{id}</c>; one is answered at a time.</summary>
    public void Map(string shape, Func<GraphCall, GraphReply> answer) => _routes.Add((shape, shape.Split('/'), answer));

    /// <summary>Lets the next calls of a shape go wrong, one for each fault.</summary>
    public void Fail(string shape, params GraphFault[] faults)
    {
        lock (_lock)
        {
            if (!_faults.TryGetValue(Known(shape), out var queue))
                _faults.Add(shape, queue = new Queue<GraphFault>());
            foreach (var fault in faults)
                queue.Enqueue(fault);
        }
    }

    /// <summary>Lets all calls of a shape go wrong alike from now on, until <see cref="Heal"/>.</summary>
    public void FailAlways(string shape, GraphFault fault) => Fail(shape, [.. Enumerable.Repeat(fault, 1000)]);

    /// <summary>Something happens right before the next call of a shape is carried out.</summary>
    public void Before(string shape, Action happens)
    {
        lock (_lock)
            _before[Known(shape)] = happens;
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Heal()
    {
        lock (_lock)
            _faults.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.True(_misuses.Count == 0, string.Join('\n', _misuses));
    }

    private string Known(string shape) =>
        _routes.Any(route => route.Shape == shape) ? shape : throw new ArgumentException($"Graph has no call {shape}.", nameof(shape));

    private async Task AnswerAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var path = context.Request.Path.Value!;
        var call = new GraphCall(
            context.Request.Method,
            path.StartsWith(Version, StringComparison.Ordinal) ? path[Version.Length..] : path,
            context.Request.Query,
            new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase)),
            body.ToArray(),
            Now);
        var (fault, reply) = Answer(call);
        if (fault is { Status: -1 })
        {
            Interlocked.Increment(ref _holding);
            var aborted = new TaskCompletionSource();
            await using (context.RequestAborted.Register(aborted.SetResult))
                await aborted.Task;
            Interlocked.Decrement(ref _holding);
        }
        else if (fault is { Status: 0 })
        {
            context.Abort();
        }
        else
        {
            await SendAsync(context, reply, fault?.RetryAfter);
        }
    }

    /// <summary>Answers a call, or a part of a batch.</summary>
    internal (GraphFault? Fault, GraphReply Reply) Answer(GraphCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
            var answer = Find(call);
            GraphFault? fault = null;
            GraphReply reply;
            try
            {
                call.Require(answer is not null, "is no call that Graph knows");
                var token = call.Headers.Authorization.ToString();
                call.Require(token.StartsWith("Bearer token-", StringComparison.Ordinal), "bears no token");
                if (_before.Remove(call.Shape!, out var happens))
                    happens();
                if (_faults.TryGetValue(call.Shape!, out var faults) && faults.Count > 0)
                    fault = faults.Dequeue();
                var done = RefusedTokens.Contains(token["Bearer ".Length..]) ? GraphReply.Error(401, "InvalidAuthenticationToken")
                    : fault is { Does: false } ? GraphReply.Empty(0)
                    : answer!(call);
                reply = fault is { Status: > 0 } ? GraphReply.Error(fault.Status, fault.Code) : done;
            }
            catch (Exception e) when (e is GraphMisuseException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                _misuses.Add(e is GraphMisuseException ? e.Message : $"{call}: {e.Message}");
                reply = GraphReply.Error(400, "BadRequest");
            }

            call.Status = fault is { Status: <= 0 } ? 0 : reply.Status;
            return (fault, reply);
        }
    }

    private Func<GraphCall, GraphReply>? Find(GraphCall call)
    {
        string[] segments = [$"{call.Method} ", .. call.Path.TrimStart('/').Split('/').Select(s => s.EndsWith("()", StringComparison.Ordinal) ? s[..^2] : s)];
        foreach (var (shape, wanted, answer) in _routes)
        {
            if (wanted.Length != segments.Length || !wanted.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
                continue;
            foreach (var (name, value) in wanted.Zip(segments).Where(pair => pair.First.StartsWith('{')))
                call.Values[name.Trim('{', '}')] = value;
            call.Shape = shape;
            return answer;
        }

        return null;
    }

    private async Task SendAsync(HttpContext context, GraphReply reply, string? retryAfter)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.Headers["request-id"] = $"request-{Calls.Count}";
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }
}
