using LocalHost.Intake;
using LocalHost.Loops;
using Microsoft.AspNetCore.DataProtection;
using Workflow.Adapters.Files;
using Workflow.Adapters.Mail;
using Workflow.Adapters.Signing;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web;
using Workflow.Web.Pages;

namespace LocalHost.Serving;

/// <summary>The whole product in one process: pages, intake, loops, all data in one folder.</summary>
internal static class LocalServer
{
    // As large as the largest body that any handler takes in, a mail; each handler has its own, smaller limit.
    private const long LargestBody = 36 * 1024 * 1024;

    // A folded request takes some tens of kilobytes; two generations of these stay well below a gigabyte.
    private const int HotRequests = 4096;

    /// <summary>Builds it; nothing is opened before it starts.</summary>
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

        var data = DataFolder(builder.Configuration);
        var keys = PrivateFolder(Path.Combine(data, "keys"));
        builder.Services
            .AddSingleton(clock ?? TimeProvider.System)
            .AddPolicyFiles()
            .AddSqliteStore()
            .AddFileBlobs()
            .AddFileSigning()
            .AddMail(builder.Configuration, Path.Combine(data, "outbox"))
            .AddSingleton(new HotStates(HotRequests))
            .AddSingleton<ApprovalDesk>()
            .AddSingleton<IEffectCarrier, EffectCarrier>()
            .AddApprovalsWeb()
            .AddLoops()
            .AddIntakeFolder(builder.Configuration, Path.Combine(data, "intake"))
            .AddDataProtection()
            .SetApplicationName("approvals")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(keys, "links")));

        var app = builder.Build();
        app.UseApprovalsFaults();
        app.MapApprovals(app.Environment.IsDevelopment());
        return app;
    }

    // What signs links and records is readable by this process's user alone.
    private static string PrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        return Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    private static string DataFolder(ConfigurationManager configuration)
    {
        var path = configuration["Storage:Path"];
        return string.IsNullOrWhiteSpace(path)
            ? throw new InvalidOperationException("Storage:Path must name the folder in which to keep the data.")
            : Path.GetFullPath(path);
    }
}
