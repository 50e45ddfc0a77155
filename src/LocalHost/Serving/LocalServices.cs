using LocalHost.Intake;
using LocalHost.Loops;
using Microsoft.AspNetCore.DataProtection;
using Workflow.Adapters.Files;
using Workflow.Adapters.Graph.Mail;
using Workflow.Adapters.Graph.People;
using Workflow.Adapters.Mail;
using Workflow.Adapters.Models;
using Workflow.Adapters.Signing;
using Workflow.Adapters.Sqlite;
using Workflow.Adapters.Teams;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web;

namespace LocalHost.Serving;

/// <summary>What this host is made of.</summary>
internal static class LocalServices
{
    // A folded request takes some tens of kilobytes; two generations of these stay well below a gigabyte.
    private const int HotRequests = 4096;

    /// <summary>Adds everything but the web server.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">What decides between ways of sending and taking in mail.</param>
    /// <param name="data">The data folder; held by whoever first asks for <see cref="DataFolder"/>.</param>
    /// <param name="clock">The machine's, or that of a demo.</param>
    /// <param name="isDevelopment">Whether it runs in Development.</param>
    public static IServiceCollection AddLocalHost(
        this IServiceCollection services, IConfiguration configuration, string data, TimeProvider clock, bool isDevelopment)
    {
        services
            .AddSingleton(clock)
            .AddSingleton(_ => DataFolder.Hold(data))
            .AddPolicyFile()
            .AddGraphPeople(configuration)
            .AddPolicyArchive()
            .AddSqliteStore()
            .AddFileBlobs()
            .AddFileSigning()
            .AddMail(configuration, Path.Combine(data, "outbox"))
            .AddGraphMail(configuration)
            .AddSecondReader(configuration)
            .AddMailReplyKeyFile(Path.Combine(data, "keys"))
            .AddTeams(configuration, isDevelopment)
            .AddSingleton(new HotStates(HotRequests))
            .AddSingleton<ApprovalDesk>()
            .AddSingleton<IEffectCarrier, EffectCarrier>()
            .AddApprovalsWeb()
            .AddLoops()
            .AddHostedService<DigestLoop>()
            .AddIntakeFolder(configuration, Path.Combine(data, "intake"))
            .AddIntakeMailbox(configuration)
            .AddDataProtection()
            .SetApplicationName("approvals")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data, "keys", "links")));
        return services;
    }
}
