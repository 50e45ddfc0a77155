using Microsoft.Extensions.Options;
using Workflow.Adapters.Mail;
using Workflow.Core.Diagnostics;
using static Workflow.Adapters.OptionFailures;

namespace Workflow.Adapters.Imap;

/// <summary>Settings of the section <c>Mail:Imap</c>: the mailbox that declarations are sent to.</summary>
public sealed class ImapOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mail:Imap";

    /// <summary>Host name of the server; without one no mailbox is read.</summary>
    public string? Host { get; set; }

    /// <summary>TCP port. Default: 993.</summary>
    public int Port { get; set; } = 993;

    /// <summary>How the connection is secured. Default: <see cref="MailSecurity.Tls"/>.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>User to sign in as. Required with a host.</summary>
    public string? User { get; set; }

    /// <summary>The user's password. Required with a host.</summary>
    public string? Password { get; set; }

    /// <summary>The folders that mails are moved to, beside the inbox.</summary>
    public MailFolderNames Folders { get; set; } = new();

    /// <summary>
    /// How often the inbox is looked at even when the server announces nothing; 1 second to 25 minutes, since a server may
    /// hang up on whoever idles for 30 (RFC 2177). Default: 5 minutes.
    /// </summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one step of the conversation may take, in seconds, 1 to 600. Default: 60.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}

internal sealed class ImapOptionsValidator : IValidateOptions<ImapOptions>
{
    public ValidateOptionsResult Validate(string? name, ImapOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host)) return ValidateOptionsResult.Success;

        List<string> failures =
        [
            .. Unless(!string.IsNullOrEmpty(options.User), "Mail:Imap:User must be set when Mail:Imap:Host is."),
            .. Unless(!string.IsNullOrEmpty(options.Password), "Mail:Imap:Password must be set when Mail:Imap:Host is."),
            .. Unless(!SecretReference.IsUnresolved(options.User), SecretReference.Refusal("Mail:Imap:User")),
            .. Unless(!SecretReference.IsUnresolved(options.Password), SecretReference.Refusal("Mail:Imap:Password")),
            .. Unless(options.Port is > 0 and <= 65_535, "Mail:Imap:Port must be between 1 and 65535."),
            .. Unless(options.TimeoutSeconds is > 0 and <= 600, "Mail:Imap:TimeoutSeconds must be between 1 and 600."),
            .. Unless(options.Every >= TimeSpan.FromSeconds(1) && options.Every <= TimeSpan.FromMinutes(25), "Mail:Imap:Every must be between 1 second and 25 minutes."),
            .. options.Folders.Failures("Mail:Imap:Folders"),
        ];
        return Result(failures);
    }
}
