using System.Collections.Concurrent;
using System.IO.Compression;
using Azure.Monitor.OpenTelemetry.Exporter;
using Functions.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Functions.Tests.Telemetry;

/// <summary>What leaves the app for a double of Application Insights on loopback.</summary>
public sealed partial class TelemetrySpecs : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _received = [];
    private WebApplication _insights = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _insights = builder.Build();
        _insights.MapPost("/{**path}", async (HttpContext http) =>
        {
            Stream body = http.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(http.Request.Body, CompressionMode.Decompress) : http.Request.Body;
            using var reader = new StreamReader(body);
            _received.Enqueue(await reader.ReadToEndAsync(http.RequestAborted));
            return Results.Json(new { itemsReceived = 1, itemsAccepted = 1, errors = Array.Empty<object>() });
        });
        _insights.MapGet("/{**path}", () => "a page");
        await _insights.StartAsync(Token);
    }

    public async ValueTask DisposeAsync() => await _insights.DisposeAsync();

    [Fact]
    public async Task Sentences_arrive_whole_and_spans_without_tokens()
    {
        var address = _insights.Urls.Single();
        using (var host = Host(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={address}/" }))
        {
            await host.StartAsync(Token);
            LogSwept(host.Services.GetRequiredService<ILogger<TelemetrySpecs>>(), 3);
            LogRequest(host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics"), "?t=SECRET");
            using var client = new HttpClient();
            await client.GetStringAsync($"{address}/review?t=SECRET", Token);
            await host.StopAsync(Token);
        }

        var sent = string.Join('\n', _received);
        Assert.Contains("Swept: 3 requests were late.", sent, StringComparison.Ordinal);
        Assert.Contains("RemoteDependencyData", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("/review", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Host_is_told_not_to_send_our_logs_too()
    {
        using var connected = Host(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=00000000-0000-0000-0000-000000000001" });
        using var alone = Host([]);

        Assert.Equal("True", Capabilities(connected)["WorkerOpenTelemetryEnabled"]);
        Assert.DoesNotContain("WorkerOpenTelemetryEnabled", Capabilities(alone));
    }

    private static IDictionary<string, string> Capabilities(IHost host) => host.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities;

    private static IHost Host(Dictionary<string, string?> settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<Azure.Core.TokenCredential>(new Azure.Identity.DefaultAzureCredential());
        builder.Services.AddTelemetry(builder.Configuration);
        // In production five a second are kept, chosen by chance.
        builder.Services.PostConfigure<AzureMonitorExporterOptions>(options => (options.TracesPerSecond, options.SamplingRatio) = (null, 1));
        return builder.Build();
    }

    [LoggerMessage(1, LogLevel.Information, "Swept: {Count} requests were late.")]
    private static partial void LogSwept(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Information, "Request starting GET /review{Query}")]
    private static partial void LogRequest(ILogger logger, string query);
}
