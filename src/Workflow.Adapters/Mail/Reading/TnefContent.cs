using MimeKit;
using MimeKit.Tnef;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Unwraps <c>winmail.dat</c> (TNEF, MS-OXTNEF), in which Outlook sends text and files to programs that cannot read it.
/// What lies in it is bounded by its own size, for nothing in it is compressed but a text in RTF, which is left out.
/// </summary>
internal static class TnefContent
{
    // A thousand times more than a letter holds.
    private const int MostParts = 500;

    /// <summary>Its text and files as parts of a mail; null when it is broken.</summary>
    public static MimeEntity? Of(TnefPart part)
    {
        try
        {
            var message = part.ConvertToMessage();
            return message.Body is { } body && message.BodyParts.Take(MostParts + 1).Count() <= MostParts ? body : null;
        }
        catch (Exception e) when (e is FormatException or TnefException or ArgumentException or EndOfStreamException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }
}
