using Microsoft.Extensions.Options;
using Workflow.Adapters.Graph;
using Workflow.Adapters.Mail;
using Workflow.Core.Ports;
using Workflow.Web;
using Workflow.Web.Pages;

namespace LocalHost.Serving;

/// <summary>The whole product in one process: pages, intake, loops, all data in one folder.</summary>
internal static partial class LocalServer
{
    // As large as the largest body that any handler takes in, a mail; each handler has its own, smaller limit.
    private const long LargestBody = 36 * 1024 * 1024;

    /// <summary>
    /// Builds it and opens its data folder, which it holds until it is disposed. Throws what <see cref="Launch"/>
    /// explains when a setting is wrong or something cannot be opened.
    /// </summary>
    /// <param name="settings">Settings that go before those of files and environment.</param>
    /// <param name="clock">Null for the machine's clock.</param>
    /// <param name="environment">Null for what the environment says.</param>
    public static WebApplication Build(
        IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider? clock = null, string? environment = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

        var data = PathOfData(builder.Configuration);
        builder.Services.AddLocalHost(builder.Configuration, data, clock ?? TimeProvider.System, builder.Environment.IsDevelopment());

        var app = builder.Build();
        try
        {
            Open(app.Services);
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }

        var isSent = app.Services.GetRequiredService<IOptions<MailOptions>>().Value.Smtp.Host is not null
            || app.Services.GetRequiredService<GraphOptions>().HasMailbox;
        if (!isSent && !app.Environment.IsDevelopment())
        {
            LogNoMailServer(app.Logger, Path.Combine(data, "outbox"));
        }

        app.UseApprovalsFaults();
        app.MapApprovals(app.Environment.IsDevelopment());
        return app;
    }

    /// <summary>Whether it stopped because one of its loops broke, and not because somebody stopped it.</summary>
    public static bool HasBroken(WebApplication app) =>
        app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(loop => loop.ExecuteTask is { IsFaulted: true });

    // In this order: nothing is touched before all settings are known to be right, nothing below the folder before it
    // is ours. The host would open these too, but it logs each failure with its stack trace.
    private static void Open(IServiceProvider services)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<DataFolder>();
        services.GetRequiredService<IRecordSigner>();
        services.GetRequiredService<IPolicies>();
        services.GetRequiredService<IDirectory>();
        services.GetRequiredService<IBlobs>();
        services.GetRequiredService<IEventStore>();
    }

    private static string PathOfData(ConfigurationManager configuration)
    {
        var path = configuration["Storage:Path"];
        return string.IsNullOrWhiteSpace(path)
            ? throw new InvalidOperationException("Storage:Path must name the folder in which to keep the data.")
            : Path.GetFullPath(path);
    }

    [LoggerMessage(1, LogLevel.Warning, "No mail server is configured (Mail:Smtp:Host, or Graph:Mailbox): nobody gets a mail, they are written into {Folder}.")]
    private static partial void LogNoMailServer(ILogger logger, string folder);
}
