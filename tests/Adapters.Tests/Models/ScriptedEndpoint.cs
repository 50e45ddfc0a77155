using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Adapters.Tests.Models;

/// <summary>An endpoint on loopback that speaks OpenAI's chat completions and answers what a test has written down.</summary>
internal sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private ScriptedEndpoint(WebApplication app) => _app = app;

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<JsonElement> Asked { get; } = new();

    public ConcurrentQueue<string?> Authorizations { get; } = new();

    public Uri Address => field ??= new Uri($"{_app.Urls.First()}/v1/");

    public static async Task<ScriptedEndpoint> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var endpoint = new ScriptedEndpoint(app);
        app.MapPost("/v1/chat/completions", endpoint.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return endpoint;
    }

    /// <summary>Then it answers with this text.</summary>
    public ScriptedEndpoint Says(string text, string finish = "stop")
    {
        _script.Enqueue(context => context.Response.WriteAsJsonAsync(new
        {
            id = "c1",
            @object = "chat.completion",
            created = 1,
            model = "reader-1",
            choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content = text } } },
            usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
        }));
        return this;
    }

    /// <summary>Then it answers with this status.</summary>
    public ScriptedEndpoint Fails(int status)
    {
        _script.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync("not now");
        });
        return this;
    }

    /// <summary>Then it sends the caller to another endpoint, with everything it has said.</summary>
    public ScriptedEndpoint SendsTo(Uri other)
    {
        _script.Enqueue(context =>
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = new Uri(other, "chat/completions").AbsoluteUri;
            return Task.CompletedTask;
        });
        return this;
    }

    /// <summary>Then it says nothing until the caller has hung up.</summary>
    public ScriptedEndpoint IsSilent()
    {
        _script.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        return this;
    }

    /// <summary>Then it hangs up.</summary>
    public ScriptedEndpoint HangsUp()
    {
        _script.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    /// <summary>Then it answers with something that is not even its protocol.</summary>
    public ScriptedEndpoint Babbles(string body)
    {
        _script.Enqueue(context => context.Response.WriteAsync(body));
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        Asked.Enqueue(asked.RootElement.Clone());
        Authorizations.Enqueue(context.Request.Headers.Authorization);
        if (!_script.TryDequeue(out var answer))
        {
            throw new InvalidOperationException("It was asked more often than the test has written answers.");
        }

        try
        {
            await answer(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has lost patience: that is what was to be tried.
        }
    }
}
