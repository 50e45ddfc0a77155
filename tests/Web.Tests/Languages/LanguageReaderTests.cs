using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Web.Tests.Languages;

/// <summary>A further language is a document: what it may say, and what it is told when it is wrong.</summary>
public sealed class LanguageReaderTests
{
    [Theory]
    [InlineData(1, "1 dzień")]
    [InlineData(3, "3 dni")]
    [InlineData(12, "12 dni.")]
    [InlineData(22, "22 dni")]
    public void Language_with_other_plurals_needs_no_code(int days, string words)
    {
        var polish = Read("pl", """
            { "name": "Polski",
              "plurals": { "one": "n = 1", "few": "n % 10 = 2..4 and n % 100 != 12..14" },
              "texts": { "{0} days": { "one": "{0} dzień", "few": "{0} dni", "other": "{0} dni." } } }
            """);

        Assert.Equal(words, Counted.Of(days, $"{days} days").In(polish));
    }

    [Fact]
    public void Language_written_from_right_to_left_says_so() =>
        Assert.Equal("rtl", Read("ar", """{ "name": "العربية", "texts": {} }""").Direction);

    [Fact]
    public void Text_that_a_language_lacks_is_said_in_english() =>
        Assert.Equal("It was approved.", ((Text)$"It was approved.").In(Read("pl", """{ "name": "Polski", "texts": {} }""")));

    [Theory]
    [InlineData("""{ "name": "P", "texts": { "Nobody says this": "x" } }""", "is no text of this version")]
    [InlineData("""{ "name": "P", "texts": { "{0} and {1}": "{0} i" } }""", "do not have the same holes")]
    [InlineData("""{ "name": "P", "texts": { "{0} and {1}": "{0} i {1} i {2}" } }""", "do not have the same holes")]
    [InlineData("""{ "name": "P", "texts": { "Yes": " " } }""", "has no words")]
    [InlineData("""{ "name": "P", "texts": { "Yes": { "other": "Tak", "few": "Taki" } } }""", "has a form 'few'")]
    [InlineData("""{ "name": "P", "plurals": { "one": "n is 1" }, "texts": {} }""", "cannot be read")]
    [InlineData("""{ "name": "P", "plurals": { "some": "n = 1" }, "texts": {} }""", "there is no form 'some'")]
    [InlineData("""{ "name": "P", "texts": { "Yes": "Tak", "Yes": "Nie" } }""", "cannot be read")]
    [InlineData("""{ "name": "P", "texts": {}, "colour": "red" }""", "cannot be read")]
    public void Document_that_is_wrong_is_refused_by_name(string json, string reason)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Read("pl", json));

        Assert.Contains("pl.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_dropped_into_the_folder_is_a_language()
    {
        var folder = Directory.CreateTempSubdirectory("languages").FullName;
        File.WriteAllText(Path.Combine(folder, "pl.json"), """{ "name": "Polski", "texts": { "Yes": "Tak" } }""");

        Assert.Equal(["en", "pl"], InstalledLanguages.In(folder).Select(l => l.Tag));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Length_of_time_counts_in_its_language() =>
        Assert.Equal("1\u00A0jour et 4\u00A0heures", TimeLeft.Words(TimeSpan.FromHours(28)).In(InstalledLanguages.Find("fr")!));

    private static Language Read(string tag, string json) => LanguageReader.Read(tag, json, Language.English);
}
