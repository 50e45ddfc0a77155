using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Functions.Telemetry;

/// <summary>Registers what tells operators how the app does, and keeps people out of it.</summary>
internal static class TelemetryServices
{
    // Set by Azure where Application Insights is connected; the second says that it takes no keys.
    private const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>
    /// Sends logs and traces to Application Insights by OpenTelemetry when <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is
    /// set, signed in by the registered <see cref="TokenCredential"/> when keys are not taken. Wherever logs go, the
    /// framework's own notes on requests, which quote addresses with their link tokens, stay out of them.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // A stale form is answered to who posted it; here it would be a stack trace with every bot that comes by.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None));
        if (configuration[ConnectionString] is not { Length: > 0 } connection)
            return services;

        services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((options, credential) =>
        {
            options.ConnectionString = connection;
            if (configuration[Authentication] is { Length: > 0 })
                options.Credential = credential;
            // Alerts count logs: none may be left out because its trace was.
            options.EnableTraceBasedLogsSampler = false;
        });

        // What the package Microsoft.Azure.Functions.Worker.OpenTelemetry would declare: the host need not send our logs too.
        services.Configure<WorkerOptions>(worker => worker.Capabilities["WorkerOpenTelemetryEnabled"] = bool.TrueString);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("approvals"))
            .WithLogging(
                logs => logs.AddAzureMonitorLogExporter(),
                // Alerts look for whole sentences, not for templates.
                logs => logs.IncludeFormattedMessage = true)
            .WithTracing(traces => traces
                .AddSource("Microsoft.Azure.Functions.Worker")
                .AddHttpClientInstrumentation()
                // Before the exporter, which takes a span as it finds it.
                .AddProcessor(new AddressCutter())
                .AddAzureMonitorTraceExporter());
        return services;
    }
}
