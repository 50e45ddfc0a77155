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

    /// <summary>A program answered in somebody's name: never an answer, but it may say that they are away.</summary>
    /// <param name="Reply">What it says of itself.</param>
    public sealed record Automatic(AutomaticReply Reply) : MailReading;

    /// <summary>A mail of ours did not arrive (RFC 3464), or has not arrived yet.</summary>
    /// <param name="Report">Which, and why.</param>
    public sealed record Bounced(BounceReport Report) : MailReading;

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
    IReadOnlyList<IncomingFile> Files)
{
    /// <summary>Message-IDs of the mails that it answers (<c>In-Reply-To</c>, then <c>References</c> from the newest), without angle brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Lower-case addresses that it was sent or delivered to, plus-addresses as they stand.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}

/// <summary>A mail that a program wrote for somebody (RFC 3834).</summary>
/// <param name="SenderAddress">Lower-case address of the person; null when it names none.</param>
/// <param name="References">Message-IDs of the mails that it answers, without angle brackets, newest first.</param>
/// <param name="Recipients">Lower-case addresses that it was delivered to.</param>
/// <param name="SaysAway">Whether it says that the person is away (<c>auto-replied</c>), rather than that a program writes on its own.</param>
/// <param name="Sender">What the receiving server found out about the sender.</param>
public sealed record AutomaticReply(
    string? SenderAddress, IReadOnlyList<string> References, IReadOnlyList<string> Recipients, bool SaysAway, SenderCheck Sender);

/// <summary>A delivery status notification (RFC 3464), or a report that looks like one.</summary>
/// <param name="MessageIds">Of the mails that it is about, without angle brackets.</param>
/// <param name="Recipients">To whom, and what became of it; empty when it does not say.</param>
public sealed record BounceReport(IReadOnlyList<string> MessageIds, IReadOnlyList<BouncedRecipient> Recipients)
{
    /// <summary>Whether the server has given up on at least one of them: a delay is no failure.</summary>
    public bool IsFailure => Recipients.Any(r => r.Failed);
}

/// <summary>What became of a mail to one address.</summary>
/// <param name="Address">Lower case.</param>
/// <param name="Failed">Whether the server gave up (<c>Action: failed</c>).</param>
/// <param name="Status">The status code of RFC 3463, such as <c>5.1.1</c>; null when there is none.</param>
public sealed record BouncedRecipient(string Address, bool Failed, string? Status);

/// <summary>Whether the receiving server vouches for the sender.</summary>
/// <param name="Passed">True only when it does.</param>
/// <param name="Reason">On what that rests, or what is missing, in words.</param>
public sealed record SenderCheck(bool Passed, string Reason);

/// <summary>An attached file, exactly as it came; archives are never opened.</summary>
/// <param name="Name">One line without any path.</param>
/// <param name="MediaType">As declared; not to be trusted.</param>
/// <param name="Content">The decoded bytes.</param>
public sealed record IncomingFile(string Name, string MediaType, ReadOnlyMemory<byte> Content);
