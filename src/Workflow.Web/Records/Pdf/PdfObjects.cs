using System.Globalization;
using System.Text;

namespace Workflow.Web.Records.Pdf;

/// <summary>
/// Writes a PDF 1.7 file object by object (ISO 32000-1, 7.5). Nothing in it depends on the clock, on chance or on a
/// compressor, so the same content gives the same bytes on every machine.
/// </summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>Takes the next number; one that is never <see cref="Set">set</see> stays free.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    /// <summary>Writes a reserved object.</summary>
    public void Set(int number, string content) => _objects[number - 1] = Encoding.ASCII.GetBytes(content);

    /// <summary>Adds an object and returns its number.</summary>
    public int Add(string content)
    {
        var number = Reserve();
        Set(number, content);
        return number;
    }

    /// <summary>Adds a stream of content operators and returns its number.</summary>
    public int AddStream(string operators) => Add(string.Create(
        CultureInfo.InvariantCulture, $"<< /Length {operators.Length} >>\nstream\n{operators}\nendstream"));

    /// <summary>A text string: UTF-16 in hexadecimal, safe for any character.</summary>
    public static string Text(string value) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    /// <summary>The whole file.</summary>
    /// <param name="root">Number of the catalog.</param>
    /// <param name="info">Number of the information dictionary.</param>
    /// <param name="id">The file's identifier: 32 hexadecimal digits.</param>
    public byte[] ToFile(int root, int info, string id)
    {
        using var file = new MemoryStream();
        void Line(string text) => file.Write(Encoding.ASCII.GetBytes(text + "\n"));

        Line("%PDF-1.7");
        // Bytes above 127 tell programs that the file is no text (7.5.2).
        file.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

        var offsets = new long[_objects.Count];
        for (var i = 0; i < _objects.Count; i++)
        {
            if (_objects[i] is { } content)
            {
                offsets[i] = file.Position;
                Line(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj"));
                file.Write(content);
                Line("\nendobj");
            }
        }

        var table = file.Position;
        Line(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count + 1}"));
        Line(string.Create(CultureInfo.InvariantCulture, $"{NextFree(0):D10} 65535 f "));
        for (var i = 0; i < _objects.Count; i++)
        {
            Line(_objects[i] is null
                ? string.Create(CultureInfo.InvariantCulture, $"{NextFree(i + 1):D10} 00000 f ")
                : string.Create(CultureInfo.InvariantCulture, $"{offsets[i]:D10} 00000 n "));
        }

        Line("trailer");
        Line(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Size {_objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>"));
        Line(string.Create(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF"));
        return file.ToArray();
    }

    // The free objects form a list that ends at 0 (7.5.4).
    private int NextFree(int after) => _objects.FindIndex(after, o => o is null) + 1;
}
