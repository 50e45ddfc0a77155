using System.Globalization;
using System.Text;

namespace Workflow.Web.Records.Pdf;

/// <summary>The content of one A4 page. Lengths are in points, from the lower left corner.</summary>
internal sealed class Sheet
{
    /// <summary>Width of A4.</summary>
    public const double Width = 595;

    /// <summary>Height of A4.</summary>
    public const double Height = 842;

    private readonly StringBuilder _operators = new();

    /// <summary>Draws a line of glyphs with its left end and its base line at a point.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From below.</param>
    /// <param name="size">Of the font.</param>
    /// <param name="gray">0 is black, 1 is white.</param>
    /// <param name="line">What to draw.</param>
    public void Text(double x, double y, double size, double gray, IEnumerable<Glyph> line)
    {
        Write($"BT {gray:0.##} g 1 0 0 1 {x:0.##} {y:0.##} Tm ");
        var font = "";
        var codes = new StringBuilder();
        foreach (var glyph in line)
        {
            if (glyph.Font != font)
            {
                Flush(codes);
                font = glyph.Font;
                Write($"/{font} {size:0.##} Tf ");
            }

            codes.Append(CultureInfo.InvariantCulture, $"{glyph.Code:X2}");
        }

        Flush(codes);
        Write($"ET\n");
    }

    /// <summary>Draws a thin horizontal rule.</summary>
    public void Rule(double x, double y, double width) =>
        Write($"0.75 G 0.5 w {x:0.##} {y:0.##} m {x + width:0.##} {y:0.##} l S\n");

    /// <inheritdoc />
    public override string ToString() => _operators.ToString();

    private void Flush(StringBuilder codes)
    {
        if (codes.Length > 0)
        {
            Write($"<{codes}> Tj ");
            codes.Clear();
        }
    }

    private void Write(FormattableString operators) => _operators.Append(operators.ToString(CultureInfo.InvariantCulture));
}
