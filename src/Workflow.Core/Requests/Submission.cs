namespace Workflow.Core.Requests;

/// <summary>How a declaration came in.</summary>
public enum Channel
{
    /// <summary>The HTML form.</summary>
    Form,

    /// <summary>The JSON API.</summary>
    Api,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A form on a card in Teams.</summary>
    Teams,
}

/// <summary>Who sent it: the person who is told what became of it and who may never decide it.</summary>
/// <param name="Name">As given; may be the address again.</param>
/// <param name="Email">Lower-case address.</param>
/// <param name="Language">BCP 47 tag in which to write to them, such as <c>fr</c>.</param>
public sealed record Submitter(string Name, string Email, string Language);

/// <summary>One declaration as it came in, with its origin.</summary>
/// <param name="Declaration">What was declared.</param>
/// <param name="Submitter">By whom.</param>
/// <param name="Channel">By which way.</param>
/// <param name="IntakeKey">What tells a repeated submission: see <see cref="RequestId.ForIntake"/>.</param>
/// <param name="Fingerprint">SHA-256 over what was sent, lower-case hexadecimal: the same key with another body is refused.</param>
/// <param name="Original">The stored original (a mail as MIME), if the channel has one.</param>
public sealed record Submission(
    Declaration Declaration,
    Submitter Submitter,
    Channel Channel,
    string IntakeKey,
    string Fingerprint,
    Attachment? Original = null);
