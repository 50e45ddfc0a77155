namespace Workflow.Core.Ports;

/// <summary>Looks into the folder where mails go while no mail server is configured; for development pages alone.</summary>
public interface IDevMailbox
{
    /// <summary>The mails written so far, newest first.</summary>
    Task<IReadOnlyList<DevMailHead>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One of them; null when there is none of that id.</summary>
    Task<DevMail?> ReadAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A written mail as a row of a list.</summary>
/// <param name="Id">Names its file; safe in an address.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="To">Address of the receiver.</param>
/// <param name="Subject">One line.</param>
public sealed record DevMailHead(string Id, DateTimeOffset At, string To, string Subject);

/// <summary>A written mail.</summary>
/// <param name="Head">Its row.</param>
/// <param name="Headers">Name and decoded value of every header, in order.</param>
/// <param name="Html">The HTML part; show it only in a sandbox.</param>
/// <param name="Text">The text part.</param>
public sealed record DevMail(DevMailHead Head, IReadOnlyList<KeyValuePair<string, string>> Headers, string Html, string Text);
