using LocalHost.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Web.Links;

namespace Bench;

/// <summary>The real server in this process, on the loopback interface, with a fresh folder of its own; mails go into it.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ScratchFolder _folder;

    private BenchServer(WebApplication app, ScratchFolder folder, Uri address)
    {
        _app = app;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    public ApprovalDesk Desk => _app.Services.GetRequiredService<ApprovalDesk>();

    public LinkTokens Links => _app.Services.GetRequiredService<LinkTokens>();

    /// <summary>How many transactions were committed so far.</summary>
    public long Commits => _app.Services.GetRequiredService<SqliteDatabase>().Writer.Commits;

    public static async Task<BenchServer> StartAsync()
    {
        var folder = new ScratchFolder();
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var app = LocalServer.Build(new Dictionary<string, string?>
        {
            ["Urls"] = address.ToString(),
            ["Site:BaseUrl"] = address.ToString(),
            ["Storage:Path"] = folder.Path,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await app.StartAsync();
        return new BenchServer(app, folder, address);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
