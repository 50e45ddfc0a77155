using System.IO.Compression;
using System.Text;

namespace TeamsPackage;

/// <summary>The zip that Teams takes: the manifest and its two icons.</summary>
internal static class AppPackage
{
    // The earliest instant that a zip can say; a fixed one, so that the same input gives the same bytes.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package of an installation.</summary>
    public static byte[] Build(Installation installation)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", Encoding.UTF8.GetBytes(Manifest.Of(installation)));
            Add(zip, "color.png", Icons.Color());
            Add(zip, "outline.png", Icons.Outline());
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Timeless;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
