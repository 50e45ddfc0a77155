using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Mail;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Imap;

/// <summary>Registers an intake mailbox on an IMAP server.</summary>
public static class ImapServices
{
    /// <summary>Whether a mailbox is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration.GetSection(ImapOptions.Section)["Host"]);

    /// <summary>
    /// Adds <see cref="IMailbox"/> and <see cref="MailboxRun"/> over the server of the section <c>Mail:Imap</c>; wrong settings
    /// stop the start by name. The host runs it.
    /// </summary>
    public static IServiceCollection AddImap(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImapOptions>().Bind(configuration.GetSection(ImapOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ImapOptions>, ImapOptionsValidator>()
            .AddSingleton<ImapSession>()
            .AddSingleton<IMailbox, ImapMailbox>()
            .AddSingleton<MailboxRun>();
    }
}
