using System.Text;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Decodes UTF-7 (RFC 2152), which .NET no longer does: it is dangerous where a browser guesses charsets, and harmless
/// here, where its text becomes UTF-16 once and for all. Whatever is malformed stays as it stands.
/// </summary>
internal static class Utf7
{
    /// <summary>The text.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+')
            {
                text.Append((char)bytes[i]);
            }
            else if (i + 1 < bytes.Length && bytes[i + 1] == '-')
            {
                text.Append('+');
                i++;
            }
            else
            {
                i = Shifted(bytes, i, text);
            }
        }

        // Half a surrogate pair is no character, and what follows may not be read over it.
        return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text.ToString()));
    }

    // From a plus to the first byte that is no base 64; a minus there ends the run and is not text. Returns the last byte taken.
    private static int Shifted(ReadOnlySpan<byte> bytes, int plus, StringBuilder text)
    {
        var (bits, count, i) = (0, 0, plus + 1);
        for (; i < bytes.Length && Value(bytes[i]) is var value and >= 0; i++)
        {
            bits = ((bits << 6) | value) & 0x3FFFFF;
            count += 6;
            if (count >= 16)
            {
                count -= 16;
                text.Append((char)((bits >> count) & 0xFFFF));
            }
        }

        if (i == plus + 1) text.Append('+');
        return i < bytes.Length && bytes[i] == '-' && i > plus + 1 ? i : i - 1;
    }

    private static int Value(byte b) => (char)b switch
    {
        >= 'A' and <= 'Z' => b - 'A',
        >= 'a' and <= 'z' => b - 'a' + 26,
        >= '0' and <= '9' => b - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };
}
