using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Mail;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Imap;

/// <summary>Registers an intake mailbox on an IMAP server.</summary>
public static class ImapServices
{
    /// <summary>
    /// When <c>Mail:Imap:Host</c> is set: adds <see cref="IMailbox"/> and <see cref="MailboxRun"/> over that server, in the place of
    /// any other mailbox. Wrong settings stop the start by name. The host runs it.
    /// </summary>
    public static IServiceCollection AddImap(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImapOptions>().Bind(configuration.GetSection(ImapOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ImapOptions>, ImapOptionsValidator>();
        if (!string.IsNullOrWhiteSpace(configuration[$"{ImapOptions.Section}:{nameof(ImapOptions.Host)}"]))
        {
            services.AddSingleton<ImapSession>().Replace(ServiceDescriptor.Singleton<IMailbox, ImapMailbox>()).TryAddSingleton<MailboxRun>();
        }

        return services;
    }
}
