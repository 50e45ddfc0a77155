using Workflow.Adapters.Imap;

namespace LocalHost.Intake;

/// <summary>Registers where mails come in: the watched folder, and a mailbox.</summary>
internal static class IntakeServices
{
    /// <summary>Watches a folder for mails; <c>Intake:Folder</c> in the configuration names another one.</summary>
    public static IServiceCollection AddIntakeFolder(this IServiceCollection services, IConfiguration configuration, string folder)
    {
        services.AddOptions<IntakeFolderOptions>()
            .Configure(options => options.Folder = folder)
            .Bind(configuration.GetSection(IntakeFolderOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddHostedService<IntakeFolder>();
    }

    /// <summary>Reads the mailbox of the section <c>Mail:Imap</c>, where one is configured.</summary>
    public static IServiceCollection AddIntakeMailbox(this IServiceCollection services, IConfiguration configuration) =>
        ImapServices.IsConfigured(configuration) ? services.AddImap(configuration).AddHostedService<MailboxLoop>() : services;
}
