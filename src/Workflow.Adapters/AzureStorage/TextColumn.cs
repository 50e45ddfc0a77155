using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace Workflow.Adapters.AzureStorage;

/// <summary>
/// A text in a row of a table. A property holds at most 64 KiB, which is 32,768 characters as a string; a longer text
/// is compressed and cut into binary properties, and comes back to the letter.
/// </summary>
internal static class TextColumn
{
    private const int LongestString = 32_000;
    private const int LargestChunk = 64_000;

    // A row holds at most 1 MiB in all.
    private const int MostChunks = 15;

    // Refuses what UTF-8 cannot say, rather than storing something else.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(TableEntity row, string name, string text)
    {
        if (text.Length <= LongestString)
        {
            row[name] = text;
            return;
        }

        var chunks = Compress(text).Chunk(LargestChunk).ToList();
        if (chunks.Count > MostChunks)
            throw new InvalidOperationException($"A text of {text.Length} characters is too long for a row, even compressed.");
        for (var i = 0; i < chunks.Count; i++)
            row[Part(name, i)] = chunks[i];
    }

    public static string Read(TableEntity row, string name)
    {
        if (row.GetString(name) is { } text)
            return text;

        using var packed = new MemoryStream();
        for (var i = 0; row.GetBinary(Part(name, i)) is { } chunk; i++)
            packed.Write(chunk);
        packed.Position = 0;
        using var unpacked = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Utf8);
        return unpacked.ReadToEnd();
    }

    private static byte[] Compress(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(Utf8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Part(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number:d2}");
}
