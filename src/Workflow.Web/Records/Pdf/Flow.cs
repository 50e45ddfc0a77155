namespace Workflow.Web.Records.Pdf;

/// <summary>Sets text from top to bottom over as many pages as it takes. Lengths are in points.</summary>
internal sealed class Flow
{
    /// <summary>The margin at the left and the right.</summary>
    public const double Margin = 62;

    /// <summary>The width of the text.</summary>
    public const double Measure = Sheet.Width - (2 * Margin);

    /// <summary>The size of running text.</summary>
    public const double Body = 9.5;

    private const double Top = Sheet.Height - 84;
    private const double Bottom = 84;
    private const double Leading = 1.38;
    private const double LabelWidth = 112;

    private readonly List<Sheet> _pages = [];
    private double _y = Bottom;

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<Sheet> Pages => _pages;

    /// <summary>Whether a character had to be replaced by a box.</summary>
    public bool HasReplacements { get; private set; }

    /// <summary>The lines that a text takes in a width.</summary>
    public static IReadOnlyList<IReadOnlyList<Glyph>> Wrap(Typeface face, string text, double size, double width) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(p => Lines(face.Shape(p.TrimEnd()), width * 1000 / size))];

    /// <summary>Leaves space above what comes next; none at the top of a page.</summary>
    public void Space(double height) => _y = _pages.Count > 0 && _y < Top ? _y - height : _y;

    /// <summary>A heading, never left alone at the foot of a page.</summary>
    public void Heading(string text)
    {
        Space(16);
        Need(60);
        Put(Typeface.Bold, text, 11.5, gray: 0, x: 0, Measure);
        Space(4);
    }

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, Typeface? face = null, double size = Body, double gray = 0.1, double indent = 0)
    {
        Put(face ?? Typeface.Regular, text, size, gray, indent, Measure - indent);
        Space(3);
    }

    /// <summary>A label at the left, what it is about beside it.</summary>
    public void Fact(string label, string text, double labelWidth = LabelWidth) =>
        Row([(labelWidth, label, Typeface.Bold), (Measure - labelWidth, text, Typeface.Regular)]);

    /// <summary>Cells side by side; all start on one line, and the next row starts below the longest.</summary>
    public void Row(IReadOnlyList<(double Width, string Text, Typeface Face)> cells)
    {
        const double gap = 10;
        var columns = cells.Select(c => Wrap(c.Face, c.Text, Body, c.Width - gap)).ToList();
        for (var line = 0; line < columns.Max(c => c.Count); line++)
        {
            Need(Body * Leading);
            _y -= Body * Leading;
            var x = Margin;
            foreach (var (cell, column) in cells.Zip(columns))
            {
                if (line < column.Count)
                {
                    Draw(x, Body, 0.1, column[line]);
                }

                x += cell.Width;
            }
        }

        Space(4);
    }

    /// <summary>A thin rule over the whole width.</summary>
    public void Rule()
    {
        Need(10);
        _y -= 5;
        _pages[^1].Rule(Margin, _y, Measure);
        _y -= 2;
    }

    private void Put(Typeface face, string text, double size, double gray, double x, double width)
    {
        foreach (var line in Wrap(face, text, size, width))
        {
            Need(size * Leading);
            _y -= size * Leading;
            Draw(Margin + x, size, gray, line);
        }
    }

    private void Draw(double x, double size, double gray, IReadOnlyList<Glyph> line)
    {
        HasReplacements |= line.Any(g => g.IsReplacement);
        _pages[^1].Text(x, _y, size, gray, line);
    }

    private void Need(double height)
    {
        if (_pages.Count == 0 || _y - height < Bottom)
        {
            _pages.Add(new Sheet());
            _y = Top;
        }
    }

    // Breaks at the last space that fits; a word longer than the line is cut where it ends.
    private static IEnumerable<IReadOnlyList<Glyph>> Lines(IReadOnlyList<Glyph> glyphs, double width)
    {
        var start = 0;
        while (true)
        {
            var (end, lastSpace, used) = (start, -1, 0.0);
            while (end < glyphs.Count && (used + glyphs[end].Width <= width || end == start))
            {
                used += glyphs[end].Width;
                lastSpace = glyphs[end].IsSpace ? end : lastSpace;
                end++;
            }

            if (end == glyphs.Count)
            {
                yield return [.. glyphs.Skip(start)];
                yield break;
            }

            var cut = glyphs[end].IsSpace ? end : lastSpace > start ? lastSpace : end;
            yield return [.. glyphs.Skip(start).Take(cut - start)];
            start = cut < glyphs.Count && glyphs[cut].IsSpace ? cut + 1 : cut;
        }
    }
}
