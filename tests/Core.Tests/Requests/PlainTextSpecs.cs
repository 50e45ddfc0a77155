using System.Text;
using CsCheck;
using Workflow.Core.Requests;

namespace Core.Tests.Requests;

public class PlainTextSpecs
{
    [Theory]
    [InlineData("  Ana \t\r\n Roy ", "Ana Roy")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("Ana\0\u0007\u0085Roy", "Ana Roy")]
    [InlineData("\u202eyoR anA\u202c", "yoR anA")]
    [InlineData("A\u200bn\u200d\u2060a\ufeff", "Ana")]
    [InlineData("<b>Ana</b>", "<b>Ana</b>")]
    public void Line_is_one_clean_line(string typed, string clean) => Assert.Equal(clean, PlainText.Line(typed));

    [Fact]
    public void What_is_no_character_is_marked_as_such() => Assert.Equal("\ufffdx\ufffd", PlainText.Line("\ud800x\ufffe"));

    [Theory]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("a\tb\0c", "a\tbc")]
    [InlineData("👩‍🎤 <script>", "👩‍🎤 <script>")]
    public void Lines_keep_what_belongs_to_a_text(string typed, string clean) => Assert.Equal(clean, PlainText.Lines(typed));

    [Theory]
    [InlineData(null)]
    [InlineData(" \n ")]
    [InlineData("\u200b\u202e")]
    public void Nothing_visible_is_nothing(string? typed)
    {
        Assert.Null(PlainText.Line(typed));
        Assert.Null(PlainText.Lines(typed));
    }

    [Fact]
    public void Shortening_does_not_cut_a_character_in_half() =>
        Assert.Equal("aa…", PlainText.Shorten("aa😀bb", 4));

    [Fact]
    public void Cleaning_twice_changes_nothing_more() => Gen.Char.Array[0, 40].Select(c => new string(c)).Sample(text =>
    {
        var line = PlainText.Line(text);
        var lines = PlainText.Lines(text);
        return PlainText.Line(line) == line && PlainText.Lines(lines) == lines
            && (line is null || (line.IsNormalized(NormalizationForm.FormC) && !line.Any(char.IsControl)));
    });
}
