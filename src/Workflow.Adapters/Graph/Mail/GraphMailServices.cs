using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflow.Adapters.Mail;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>Registers mail through Microsoft Graph.</summary>
public static class GraphMailServices
{
    /// <summary>
    /// When <c>Graph:Mailbox</c> is set: adds <see cref="IMailbox"/> unless there is another, <see cref="MailboxRun"/> and <see cref="GraphSubscription"/>,
    /// and unless <c>Mail:Smtp:Host</c> is set makes that mailbox the <see cref="IMailSender"/>. Comes after <c>AddMail</c>;
    /// takes the store's <see cref="IMailLog"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The sections <c>Graph</c> and <c>Mail</c> of it are read.</param>
    public static IServiceCollection AddGraphMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGraph(configuration);
        if (!IsSet(configuration, $"{GraphOptions.Section}:{nameof(GraphOptions.Mailbox)}"))
            return services;

        services.TryAddSingleton<IDeltaLinks, MemoryDeltaLinks>();
        services.TryAddSingleton<IMailbox, GraphMailbox>();
        services.TryAddSingleton<MailboxRun>();
        services.AddSingleton<InboxChanges>()
            .AddSingleton<GraphFolders>()
            .AddSingleton<GraphSubscription>();
        return IsSet(configuration, $"{MailOptions.Section}:{nameof(MailOptions.Smtp)}:{nameof(SmtpOptions.Host)}")
            ? services
            : services.AddSingleton<GraphDrafts>().Replace(ServiceDescriptor.Singleton<IMailSender, GraphMailSender>());
    }

    private static bool IsSet(IConfiguration configuration, string key) => !string.IsNullOrWhiteSpace(configuration[key]);
}
