using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Workflow.Core.Records;

namespace Core.Tests.Records;

public class CanonicalJsonTests
{
    // RFC 8785 section 3.2.3, the order of names by UTF-16 code units.
    [Fact]
    public void Members_are_ordered_as_the_rfc_orders_them()
    {
        const string input = """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """;
        Assert.Equal(
            ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
            JsonNode.Parse(Write(input))!.AsObject().Select(m => m.Value!.GetValue<string>()));
    }

    // RFC 8785 section 3.2.2 and 3.2.4: its sample without the fractions, which records never hold.
    [Fact]
    public void Strings_and_literals_are_written_as_the_rfc_writes_them() => Assert.Equal(
        "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        Write("""{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"""));

    [Fact]
    public void White_space_is_dropped_and_integers_stay() => Assert.Equal(
        """{"a":[1,-2,9007199254740991],"b":{}}""", Write("""{ "b" : { }, "a" : [ 1, -2, 9007199254740991 ] }"""));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    public void Number_that_not_every_reader_keeps_exact_is_refused(string number) =>
        Assert.Throws<ArgumentException>(() => Write($"[{number}]"));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.Write(new JsonArray("\uD800")));

    [Fact]
    public void Any_text_reads_back_as_it_was_and_is_written_the_same_again() =>
        Gen.String.Where(s => s.IsWhole()).Sample(text =>
        {
            var written = CanonicalJson.Write(new JsonObject { ["text"] = text });
            var read = JsonNode.Parse(written)!;
            Assert.Equal(text, read["text"]!.GetValue<string>());
            Assert.Equal(written, CanonicalJson.Write(read));
        });

    private static string Write(string json) => Encoding.UTF8.GetString(CanonicalJson.Write(JsonNode.Parse(json)));
}

internal static class Unicode
{
    /// <summary>Whether a text has no half of a surrogate pair.</summary>
    public static bool IsWhole(this string text) => string.Concat(text.EnumerateRunes()) == text;
}
