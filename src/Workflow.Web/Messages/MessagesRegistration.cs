using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Ports;

namespace Workflow.Web.Messages;

/// <summary>Registers what writes mails.</summary>
public static class MessagesRegistration
{
    /// <summary>Adds the <see cref="IMessenger"/>; the host adds <see cref="IMailSender"/>, <see cref="IDirectory"/> and <see cref="IPolicies"/>.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services) =>
        services.AddSingleton<Postman>().AddSingleton<Clearance>().AddSingleton<IMessenger, Messenger>();
}
