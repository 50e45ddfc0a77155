using Functions.Administration;
using Functions.Mailbox;
using Functions.Orchestration;
using Functions.Telemetry;
using Functions.Triggers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.Files;
using Workflow.Adapters.Graph;
using Workflow.Adapters.Graph.Mail;
using Workflow.Adapters.Graph.People;
using Workflow.Adapters.KeyVault;
using Workflow.Adapters.LinkKeys;
using Workflow.Adapters.Mail;
using Workflow.Adapters.Models;
using Workflow.Adapters.Teams;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web;

namespace Functions;

/// <summary>What this host is made of.</summary>
internal static class FunctionsServices
{
    // As large as the largest body that any handler takes in, a mail; each handler has its own, smaller limit.
    private const long LargestBody = 36 * 1024 * 1024;

    /// <summary>Adds everything but the worker itself.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">What decides where mails and telemetry go.</param>
    public static IServiceCollection AddApprovals(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TimeProvider.System)
        .AddTelemetry(configuration)
        .AddPolicyFile()
        .AddGraphPeople(configuration)
        .AddPolicyBlobs()
        .AddAzureStorage()
        .AddKeyVaultSigning()
        .AddLinkKeys()
        .AddMail(configuration, Path.Combine(Path.GetTempPath(), "approvals-outbox"))
        .AddGraphMail(configuration)
        .AddSecondReader(configuration)
        .AddTeams(configuration, isDevelopment: false)
        .AddProductionLimits()
        .AddOrchestration()
        .AddApprovalsWeb();

    /// <summary>
    /// Adds the desk, whose every append is noted for the orchestrations, and what triggers and activities need. No hot
    /// states: several machines write.
    /// </summary>
    public static IServiceCollection AddOrchestration(this IServiceCollection services)
    {
        services.AddOptions<PatienceOptions>()
            .BindConfiguration(PatienceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HousekeepingOptions>()
            .BindConfiguration(HousekeepingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Housekeeping>()
            .AddSingleton<PageSeal>()
            .AddSingleton<OrchestrationAdmin>()
            .AddSingleton(new Random())
            .AddSingleton<Patience>()
            .AddSingleton<Changes>()
            .AddSingleton<Door>()
            .AddSingleton<GraphNotifications>()
            .AddSingleton(provider => new ApprovalDesk(
                new NotingEventStore(provider.GetRequiredService<IEventStore>(), provider.GetRequiredService<Changes>()),
                provider.GetRequiredService<IPolicies>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IEffectCarrier, EffectCarrier>();
    }

    /// <summary>What holds where nobody looks into a folder: mails must leave, and bodies may be as large as a mail.</summary>
    public static IServiceCollection AddProductionLimits(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().Validate<GraphOptions>(
            (mail, graph) => graph.HasMailbox || !string.IsNullOrWhiteSpace(mail.Smtp.Host),
            "Mail:Smtp:Host must name the server that takes mails, or Graph:Mailbox the mailbox that they leave from.");
        return services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
    }
}
