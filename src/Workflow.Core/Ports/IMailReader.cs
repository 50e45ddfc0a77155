namespace Workflow.Core.Ports;

/// <summary>Reads a raw mail (RFC 5322 with MIME) as a receiving server handed it over. Never throws for what a sender can cause.</summary>
public interface IMailReader
{
    /// <summary>Reads one mail from its first byte to its last.</summary>
    Task<MailReading> ReadAsync(Stream raw, CancellationToken cancellationToken);
}

/// <summary>A mail that could be read, or why it could not.</summary>
public abstract record MailReading
{
    private MailReading()
    {
    }

    /// <summary>It could be read; whether its sender is who they claim to be stands in it.</summary>
    public sealed record Read(IncomingMail Mail) : MailReading;

    /// <summary>It cannot be taken in by anybody.</summary>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="Remedy">What its sender can do.</param>
    public sealed record Refused(string Reason, string Remedy) : MailReading;
}

/// <summary>What a mail says, free of MIME.</summary>
/// <param name="MessageId">Without angle brackets; null when it has none.</param>
/// <param name="SenderName">Display name of the one author; the address when there is no name.</param>
/// <param name="SenderAddress">Lower-case address of the one author.</param>
/// <param name="Subject">One line, with its <c>Re:</c>; empty when there is none.</param>
/// <param name="Text">All of its text, decoded; quoted lines start with <c>&gt;</c> also where the mail was HTML.</param>
/// <param name="Sender">What the receiving server found out about the sender.</param>
/// <param name="Files">What was attached, in order.</param>
public sealed record IncomingMail(
    string? MessageId,
    string SenderName,
    string SenderAddress,
    string Subject,
    string Text,
    SenderCheck Sender,
    IReadOnlyList<IncomingFile> Files);

/// <summary>Whether the receiving server vouches for the sender.</summary>
/// <param name="Passed">True only when it does.</param>
/// <param name="Reason">On what that rests, or what is missing, in words.</param>
public sealed record SenderCheck(bool Passed, string Reason);

/// <summary>An attached file, exactly as it came; archives are never opened.</summary>
/// <param name="Name">One line without any path.</param>
/// <param name="MediaType">As declared; not to be trusted.</param>
/// <param name="Content">The decoded bytes.</param>
public sealed record IncomingFile(string Name, string MediaType, ReadOnlyMemory<byte> Content);
