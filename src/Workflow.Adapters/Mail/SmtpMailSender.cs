using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail;

/// <summary>Hands mails to an SMTP server, each over a connection of its own: the load is people's, and nothing stays half open.</summary>
internal sealed class SmtpMailSender(IOptions<MailOptions> options, OutgoingMime mime) : IMailSender
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        using var message = mime.Build(mail);
        using var client = new SmtpClient { Timeout = smtp.TimeoutSeconds * 1000 };

        await client.ConnectAsync(smtp.Host!, smtp.Port, SocketSecurity.Of(smtp.Security), cancellationToken);
        if (smtp is { User: { } user, Password: { } password }) await client.AuthenticateAsync(user, password, cancellationToken);

        await client.SendAsync(message, cancellationToken);

        // The server has it from here on: giving up now would only make the courier send it again.
        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }
}
