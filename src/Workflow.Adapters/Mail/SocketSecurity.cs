using MailKit.Security;

namespace Workflow.Adapters.Mail;

/// <summary>Our word for securing a connection in MailKit's.</summary>
internal static class SocketSecurity
{
    public static SecureSocketOptions Of(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security)),
    };
}
