namespace Workflow.Core.Approval;

/// <summary>What became of an effect outside.</summary>
/// <param name="Channel">Over which channel, such as <c>mail</c>.</param>
/// <param name="Reference">The receiver-visible id, such as a Message-ID or the SHA-256 of a record.</param>
/// <param name="Failure">Why it was given up; null when it was delivered.</param>
public sealed record Delivery(string Channel, string? Reference, string? Failure)
{
    /// <summary>The channel of an issued record; its reference is the SHA-256 of the stored file.</summary>
    public const string RecordChannel = "record";

    /// <summary>The channel of a mail; its reference is the Message-ID.</summary>
    public const string MailChannel = "mail";

    /// <summary>The channel of a card in Teams; its reference is a <see cref="Ports.CardPlace"/>.</summary>
    public const string TeamsChannel = "teams";

    /// <summary>There was nothing left to say when it was this effect's turn.</summary>
    internal static Delivery Overtaken { get; } = new("overtaken", null, null);
}
