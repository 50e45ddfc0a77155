using Microsoft.Extensions.Options;
using MimeKit;
using Workflow.Core.Diagnostics;
using Workflow.Core.Intake;
using Workflow.Core.People;
using static Workflow.Adapters.OptionFailures;

namespace Workflow.Adapters.Mail;

/// <summary>Settings of the section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mail";

    /// <summary>The address that mails come from, with or without a display name. Default: a placeholder for the local outbox.</summary>
    public string From { get; set; } = "Approvals <approvals@approvals.example>";

    /// <summary>
    /// The name under which the receiving mail server writes its <c>Authentication-Results</c>, such as
    /// <c>mx.streamer.example</c>. Without it no sender is proven and every mail goes into quarantine.
    /// </summary>
    public string? Receiver { get; set; }

    /// <summary>
    /// Whether the composite verdict of Exchange Online (<c>compauth</c>) proves a sender, in a result that bears the name of
    /// <see cref="Receiver"/> or, as Exchange Online writes it, none. Only for a mailbox there. Default: no.
    /// </summary>
    public bool TrustCompositeResult { get; set; }

    /// <summary>
    /// The domain of a forwarder, such as <c>lists.company.example</c>, whose seal (ARC, RFC 8617) stands in for a DMARC
    /// result that its forwarding broke. Default: none.
    /// </summary>
    public string? TrustedSealer { get; set; }

    /// <summary>
    /// Domains of people and companies that write to us: a sender whose domain only looks like one of them is held back.
    /// The domain of <see cref="From"/> is always among them.
    /// </summary>
    public IList<string> KnownDomains { get; } = [];

    /// <summary>The mailbox that answers go to, a bare address. Default: the address of <see cref="From"/>.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Whether the mailbox takes plus-addresses, by which an answer finds its request. Default: true.</summary>
    public bool PlusAddress { get; set; } = true;

    /// <summary>
    /// The secret of the plus-addresses, at least <see cref="ReplyAddress.ShortestKey"/> characters. Without one there are no
    /// plus-addresses; LocalHost makes and keeps one.
    /// </summary>
    public string? ReplyKey { get; set; }

    /// <summary>Whether any sender can be proven: else all that comes in waits for an admin.</summary>
    internal bool ProvesSenders => TrustCompositeResult || !string.IsNullOrWhiteSpace(Receiver);

    /// <summary>The bare address that answers go to.</summary>
    internal string Mailbox => ReplyTo ?? MailboxAddress.Parse(From).Address;

    /// <summary>With what mails are signed; by default they are not.</summary>
    public SigningOptions Signing { get; set; } = new();

    /// <summary>The server that takes mails; without a host they are written into the outbox folder.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Settings of the section <c>Mail:Signing</c>: S/MIME signatures under what leaves.</summary>
public sealed class SigningOptions
{
    /// <summary>Path of a PKCS#12 file with the certificate of the sending address and its private key; none: mails are not signed.</summary>
    public string? Certificate { get; set; }

    /// <summary>The file's password.</summary>
    public string? Password { get; set; }
}

/// <summary>Settings of the section <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Host name of the server.</summary>
    public string? Host { get; set; }

    /// <summary>TCP port. Default: 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is secured. Default: <see cref="MailSecurity.StartTls"/>.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>User to sign in as; without one there is no sign-in.</summary>
    public string? User { get; set; }

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>How long one step of the conversation may take, in seconds, 1 to 600. Default: 30.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>How a connection to a mail server is secured.</summary>
public enum MailSecurity
{
    /// <summary>Plain first, then TLS by STARTTLS or not at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all; only for a server on the same machine.</summary>
    None,
}

internal sealed class MailOptionsValidator(TimeProvider time) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var smtp = options.Smtp;
        List<string> failures =
        [
            .. Unless(MailboxAddress.TryParse(options.From, out var from) && EmailAddress.Read(from.Address) is not null, "Mail:From must be one address, such as \"Approvals <approvals@company.example>\"."),
            .. Unless(options.Receiver is null || options.Receiver.Trim().Length > 0, "Mail:Receiver must be the name of the receiving server, or be left out."),
            .. Unless(options.TrustedSealer is null || EmailAddress.Read($"x@{options.TrustedSealer.Trim()}") is not null, "Mail:TrustedSealer must be a domain, or be left out."),
            .. Unless(options.KnownDomains.All(d => EmailAddress.Read($"x@{d.Trim()}") is not null), "Mail:KnownDomains must be domains, such as company.example."),
            .. Unless(options.ReplyTo is null || EmailAddress.Read(options.ReplyTo) is not null, "Mail:ReplyTo must be one address, such as \"approvals@company.example\", or be left out."),
            .. Unless(!SecretReference.IsUnresolved(options.ReplyKey), SecretReference.Refusal("Mail:ReplyKey")),
            .. Unless(options.ReplyKey is null or { Length: >= ReplyAddress.ShortestKey }, $"Mail:ReplyKey must have at least {ReplyAddress.ShortestKey} characters."),
            .. Unless(options is not { PlusAddress: true, ReplyKey: not null } || from is null || ReplyAddress.Fits(options.ReplyTo ?? from.Address), "Mail:PlusAddress must be false, or Mail:ReplyTo be shorter: the part before its @ leaves no room for a token."),
            .. Unless(!SecretReference.IsUnresolved(options.Signing.Password), SecretReference.Refusal("Mail:Signing:Password")),
            .. MailSigner.Problem(options.Signing, time.GetUtcNow()) is { } unsigned ? new[] { unsigned } : [],
            .. Unless(smtp.Port is > 0 and <= 65_535, "Mail:Smtp:Port must be between 1 and 65535."),
            .. Unless(smtp.TimeoutSeconds is > 0 and <= 600, "Mail:Smtp:TimeoutSeconds must be between 1 and 600."),
            .. Unless(!SecretReference.IsUnresolved(smtp.User), SecretReference.Refusal("Mail:Smtp:User")),
            .. Unless(!SecretReference.IsUnresolved(smtp.Password), SecretReference.Refusal("Mail:Smtp:Password")),
            .. Unless(smtp.User is null || smtp.Password is not null, "Mail:Smtp:Password must be set when Mail:Smtp:User is."),
            .. Unless(smtp.User is null || smtp.Security is not MailSecurity.None, "Mail:Smtp:Security must not be None when Mail:Smtp:User is set: the password would travel readably."),
        ];
        return Result(failures);
    }
}
