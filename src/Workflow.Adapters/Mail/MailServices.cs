using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Mail.Reading;
using Workflow.Core.Intake;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail;

/// <summary>Registers everything about mail.</summary>
public static class MailServices
{
    /// <summary>
    /// Adds <see cref="IMailReader"/>, <see cref="MailIntake"/>, <see cref="IMailSender"/> (SMTP when
    /// <c>Mail:Smtp:Host</c> is set, else the folder) and <see cref="IDevMailbox"/> over that folder. The intake needs
    /// blobs, quarantine, directory and desk from elsewhere, the sender an <see cref="IMailLog"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The section <c>Mail</c> of it is read; wrong settings stop the start by name.</param>
    /// <param name="outboxFolder">Where mails are written while no server is configured; made when needed.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, string outboxFolder)
    {
        Charsets.Register();
        var section = configuration.GetSection(MailOptions.Section);
        services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>()
            .AddSingleton(new OutboxFolder(outboxFolder))
            .AddSingleton<MailSigner>()
            .AddSingleton<OutgoingMime>()
            .AddSingleton(AddressOf)
            .AddSingleton<IMailReader, MimeMailReader>()
            .AddSingleton<IDevMailbox, FolderMailbox>()
            .AddSingleton<MailIntake>();

        return string.IsNullOrWhiteSpace(section["Smtp:Host"]) ? services.AddSender<FolderMailSender>() : services.AddSender<SmtpMailSender>();
    }

    /// <summary>Keeps the secret of the reply addresses in a folder, and makes it when there is none; a setting counts first.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="folder">For the owner's eyes only; made when needed.</param>
    public static IServiceCollection AddMailReplyKeyFile(this IServiceCollection services, string folder) =>
        services.AddSingleton(new ReplyKeyFile(folder));

    private static ReplyAddress AddressOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<MailOptions>>().Value;
        var key = options.PlusAddress ? options.ReplyKey ?? provider.GetService<ReplyKeyFile>()?.Read() : null;
        return new ReplyAddress(options.Mailbox, key, isRead: options.ProvesSenders);
    }

    private static IServiceCollection AddSender<TSender>(this IServiceCollection services)
        where TSender : class, IMailSender => services
        .AddSingleton<TSender>()
        .AddSingleton<IMailSender>(provider => ActivatorUtilities.CreateInstance<LoggedMailSender>(provider, provider.GetRequiredService<TSender>()));
}
