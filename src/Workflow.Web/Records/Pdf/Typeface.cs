using System.Text;
using UglyToad.PdfPig.Fonts;
using UglyToad.PdfPig.Fonts.Encodings;
using UglyToad.PdfPig.Fonts.Standard14Fonts;

namespace Workflow.Web.Records.Pdf;

/// <summary>One character as it is drawn.</summary>
/// <param name="Font">The resource name of the font.</param>
/// <param name="Code">Its code there.</param>
/// <param name="Width">In thousandths of the font size.</param>
/// <param name="IsSpace">Whether a line may break here.</param>
/// <param name="IsReplacement">Whether it stands for a character that no font here can show.</param>
internal readonly record struct Glyph(string Font, byte Code, double Width, bool IsSpace, bool IsReplacement);

/// <summary>
/// Helvetica in one weight. Every PDF reader brings it, so nothing is embedded; its 315 glyphs cover the languages of
/// western, northern and central Europe and Turkish. Two encodings are needed to reach them all: WinAnsi, and one with
/// the glyphs that WinAnsi lacks.
/// </summary>
/// <remarks>
/// PdfPig supplies the metrics and glyph names. Its own writer sets this font in StandardEncoding with Latin-1 codes,
/// which shows "é" as "Ø", and draws a random file id; hence ours.
/// </remarks>
internal sealed class Typeface
{
    private const int FirstExtraCode = 33;
    private static readonly Glyph Box = new("Box", (byte)'o', 762, IsSpace: false, IsReplacement: true);

    private readonly Dictionary<int, Glyph> _glyphs = [];
    private readonly string _name;
    private readonly string _prefix;
    private readonly string _differences;

    private Typeface(Standard14Font font, string name, string prefix)
    {
        (_name, _prefix) = (name, prefix);
        var widths = Standard14.GetAdobeFontMetrics(font).CharacterMetrics;
        var common = WinAnsiEncoding.Instance.CodeToNameMap;
        foreach (var (code, glyph) in common)
        {
            Add($"{prefix}1", code, glyph, widths[glyph].Width.X);
        }

        // The unbreakable space and the soft hyphen share their glyphs with the plain ones.
        _glyphs[0xA0] = _glyphs[' '] with { IsSpace = false };
        _glyphs[0xAD] = _glyphs['-'];

        var extra = widths.Keys.Except(common.Values).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < extra.Count; i++)
        {
            Add($"{prefix}2", FirstExtraCode + i, extra[i], widths[extra[i]].Width.X);
        }

        _differences = string.Join(' ', extra.Select(g => $"/{g}"));
    }

    /// <summary>For text.</summary>
    public static Typeface Regular { get; } = new(Standard14Font.Helvetica, "Helvetica", "R");

    /// <summary>For headings and labels.</summary>
    public static Typeface Bold { get; } = new(Standard14Font.HelveticaBold, "Helvetica-Bold", "B");

    /// <summary>The font dictionaries that pages need, by resource name.</summary>
    public static IEnumerable<(string Name, string Dictionary)> Resources =>
        [.. Regular.Fonts(), .. Bold.Fonts(), (Box.Font, "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>")];

    /// <summary>The glyphs of one paragraph; what cannot be shown becomes a visible box, what controls becomes a space.</summary>
    public IReadOnlyList<Glyph> Shape(string paragraph)
    {
        // Going by runes first replaces halves of surrogate pairs, which no normalization takes.
        var whole = string.Concat(paragraph.EnumerateRunes());
        return [.. whole.Normalize(NormalizationForm.FormC).EnumerateRunes().Select(Glyph)];
    }

    private Glyph Glyph(Rune rune) =>
        Rune.IsControl(rune) ? _glyphs[' '] : _glyphs.GetValueOrDefault(rune.Value, Box);

    private void Add(string font, int code, string glyph, double width)
    {
        // commaaccent has no character of its own; no text can ask for it.
        if (GlyphList.AdobeGlyphList.NameToUnicode(glyph) is { Length: > 0 } character)
        {
            _glyphs.TryAdd(char.ConvertToUtf32(character, 0), new Glyph(font, (byte)code, width, character == " ", IsReplacement: false));
        }
    }

    private IEnumerable<(string Name, string Dictionary)> Fonts() =>
    [
        ($"{_prefix}1", $"<< /Type /Font /Subtype /Type1 /BaseFont /{_name} /Encoding /WinAnsiEncoding >>"),
        ($"{_prefix}2", $"<< /Type /Font /Subtype /Type1 /BaseFont /{_name} /Encoding << /Type /Encoding /Differences [{FirstExtraCode} {_differences}] >> >>"),
    ];
}
