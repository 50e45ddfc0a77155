namespace Workflow.Web.Api;

/// <summary>How the installation's own mail server hands mails in: section <c>Intake</c>.</summary>
public sealed class IntakeOptions
{
    /// <summary>
    /// The secret that the mail server sends as <c>Authorization: Bearer</c>, at least 32 characters. None by default:
    /// then nothing is taken in by this way.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>Whether a key is absent, or long enough not to be guessed.</summary>
    public static bool IsUsable(string? key) => string.IsNullOrEmpty(key) || key.Length >= 32;
}
