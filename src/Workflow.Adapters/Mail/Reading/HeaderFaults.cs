using System.Runtime.InteropServices;
using Workflow.Core.Intake;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Finds what two programs may read in two ways in the header of a mail: with it a sender can show one header to the
/// server that checks them and another one to us. No mail program writes such headers.
/// </summary>
internal static class HeaderFaults
{
    /// <summary>The first fault of a raw mail's header, in words; null when it has none.</summary>
    /// <param name="mail">From its start; what it holds of header is within <see cref="MailLimits.HeaderBytes"/>.</param>
    public static string? Of(Stream mail)
    {
        var line = new List<byte>();
        for (int read; (read = mail.ReadByte()) >= 0;)
        {
            if (read != '\n')
            {
                line.Add((byte)read);
                continue;
            }

            if (line is [.., (byte)'\r']) line.RemoveAt(line.Count - 1);
            if (line.Count == 0) return null;
            if (OfLine(CollectionsMarshal.AsSpan(line)) is { } fault)
            {
                return $"The header of the mail is not sound: {fault}. It may show different things to different programs.";
            }

            line.Clear();
        }

        return null;
    }

    private static string? OfLine(ReadOnlySpan<byte> line)
    {
        if (line.Contains((byte)0)) return "there is a NUL in it";
        if (line.Contains((byte)'\r')) return "there is a carriage return within a line";

        // A continuation; its field was looked at.
        if (line[0] is (byte)' ' or (byte)'\t') return line.ContainsAnyExcept((byte)' ', (byte)'\t') ? null : "a field goes on in a line of spaces";

        var name = line[..Math.Max(0, line.IndexOf((byte)':'))];
        if (name.ContainsAnyInRange((byte)0x80, (byte)0xff)) return "the name of a field is not plain ASCII";
        return name is [.., (byte)' ' or (byte)'\t'] ? "there is a space before a colon" : null;
    }
}
