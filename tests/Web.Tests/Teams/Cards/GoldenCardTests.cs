using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Web.Tests.Teams.Cards;

/// <summary>
/// Every card to the letter: <c>Golden/</c> holds what somebody has read. <c>APPROVALS_GOLDEN=write</c> has the files
/// written anew, to be read again.
/// </summary>
public sealed class GoldenCardTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static TheoryData<string, string> Cards
    {
        get
        {
            var cards = new TheoryData<string, string>();
            foreach (var language in new[] { "en", "fr" })
                foreach (var name in Gallery.Names)
                    cards.Add(language, name);

            return cards;
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public async Task Card_is_to_the_letter(string language, string name)
    {
        var card = await Gallery.CardAsync(name, language);
        var actual = JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(card.Json), Readable) + "\n";

        var file = Path.Combine("Teams", "Cards", "Golden", language, $"{name}.json");
        if (Environment.GetEnvironmentVariable("APPROVALS_GOLDEN") == "write")
            await File.WriteAllTextAsync(Path.Combine(Sources(), file), actual, TestContext.Current.CancellationToken);

        var path = Path.Combine(AppContext.BaseDirectory, file);
        var expected = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        Assert.True(expected == actual, $"{file} should be, once somebody has read it:\n{actual}");
    }

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");

        return Path.Combine(folder.FullName, "tests", "Web.Tests");
    }
}
