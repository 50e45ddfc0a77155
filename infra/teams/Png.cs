using System.Buffers.Binary;
using System.Text;

namespace TeamsPackage;

/// <summary>
/// Writes square PNG files (RFC 2083) with a palette and without compression: a few kilobytes more, and the same bytes
/// whatever compression library a runtime brings.
/// </summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A picture whose pixels are numbers of a palette of 256 colours.</summary>
    /// <param name="side">Width and height in pixels, at most 255, so that all rows fit into one stored block.</param>
    /// <param name="pixels">Row by row.</param>
    /// <param name="palette">Colour and opacity of each number.</param>
    public static byte[] Of(int side, byte[] pixels, Func<byte, (Rgb Color, byte Alpha)> palette)
    {
        var entries = Enumerable.Range(0, 256).Select(i => palette((byte)i)).ToList();
        using var file = new MemoryStream();
        file.Write(Signature);
        // Bit depth 8, palette, and the only compression, filter and interlace methods that we need.
        Chunk(file, "IHDR", [.. BigEndian((uint)side), .. BigEndian((uint)side), 8, 3, 0, 0, 0]);
        Chunk(file, "PLTE", [.. entries.SelectMany(e => new[] { e.Color.Red, e.Color.Green, e.Color.Blue })]);
        Chunk(file, "tRNS", [.. entries.Select(e => e.Alpha)]);
        // Each row begins with the number of its filter: none.
        Chunk(file, "IDAT", Stored([.. pixels.Chunk(side).SelectMany(row => row.Prepend((byte)0))]));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        file.Write(BigEndian((uint)content.Length));
        file.Write(named);
        file.Write(BigEndian(Crc32(named)));
    }

    // A zlib stream (RFC 1950) of one last, stored block (RFC 1951 section 3.2.4).
    private static byte[] Stored(byte[] content)
    {
        var length = checked((ushort)content.Length);
        var lengths = new byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(lengths, length);
        BinaryPrimitives.WriteUInt16LittleEndian(lengths.AsSpan(2), (ushort)~length);
        return [0x78, 0x01, 0x01, .. lengths, .. content, .. BigEndian(Adler32(content))];
    }

    private static uint Crc32(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
        }

        return ~sum;
    }

    private static uint Adler32(byte[] content)
    {
        const uint Modulus = 65_521;
        var (low, high) = (1u, 0u);
        foreach (var value in content)
        {
            low = (low + value) % Modulus;
            high = (high + low) % Modulus;
        }

        return (high << 16) | low;
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
