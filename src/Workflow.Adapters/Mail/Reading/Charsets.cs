using System.Text;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Makes the charsets of the world's mails known to .NET. MimeKit asks once, when it is first used, which of them there
/// are: registered later, East Asian subjects and names stay unreadable for as long as the process lives.
/// </summary>
internal static class Charsets
{
    /// <summary>To be called before anything of MimeKit is; again does no harm.</summary>
    public static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
