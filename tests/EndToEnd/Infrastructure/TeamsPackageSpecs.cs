using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using TeamsPackage;

namespace EndToEnd.Infrastructure;

/// <summary>The app package that an administrator uploads to Teams.</summary>
public class TeamsPackageSpecs
{
    private static readonly Installation Studio = new(
        Guid.Parse("11111111-1111-4111-8111-111111111111"),
        new Uri("https://approvals.studio.example"),
        "Studio",
        new Uri("https://studio.example/privacy"),
        new Uri("https://studio.example/terms"));

    [Fact]
    public void Manifest_is_of_the_version_whose_schema_it_names()
    {
        var manifest = Read(Studio);
        Assert.Equal("1.30", manifest.GetProperty("manifestVersion").GetString());
        Assert.Equal(
            "https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json",
            manifest.GetProperty("$schema").GetString());
    }

    [Fact]
    public void Manifest_template_names_no_bot_of_its_own()
    {
        using var stream = typeof(Manifest).Assembly.GetManifestResourceStream("manifest.json")!;
        using var template = JsonDocument.Parse(stream);
        Assert.Equal("{{botId}}", template.RootElement.GetProperty("id").GetString());
        Assert.Equal("{{botId}}", template.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
    }

    [Fact]
    public void Manifest_has_the_installations_bot_and_no_placeholder_left()
    {
        Assert.Equal(Studio.BotId.ToString(), Read(Studio).GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.DoesNotContain("{{", Manifest.Of(Studio), StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_trusts_the_site_alone() =>
        Assert.Equal(
            ["approvals.studio.example"],
            Read(Studio).GetProperty("validDomains").EnumerateArray().Select(d => d.GetString()));

    [Fact]
    public void Manifest_takes_a_value_as_text_whatever_it_holds()
    {
        var manifest = Read(Studio with { Owner = "A \"B\", \\ & C" });
        Assert.Equal("A \"B\", \\ & C", manifest.GetProperty("developer").GetProperty("name").GetString());
    }

    [Fact]
    public void Package_has_the_same_bytes_each_time() => Assert.Equal(AppPackage.Build(Studio), AppPackage.Build(Studio));

    [Fact]
    public void Package_holds_the_manifest_and_both_icons()
    {
        using var zip = new ZipArchive(new MemoryStream(AppPackage.Build(Studio)));
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public void Icons_have_the_sizes_that_teams_asks_for()
    {
        Assert.Equal((192, 192), SizeOf(Icons.Color()));
        Assert.Equal((32, 32), SizeOf(Icons.Outline()));
    }

    [Fact]
    public void Icon_pixels_are_a_zlib_stream_with_one_filter_byte_for_each_row()
    {
        var png = Icons.Outline();
        var at = png.AsSpan().IndexOf("IDAT"u8);
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4));
        using var pixels = new ZLibStream(new MemoryStream(png, at + 4, length), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        pixels.CopyTo(raw);
        Assert.Equal(32 * 33, raw.Length);
    }

    private static JsonElement Read(Installation installation) => JsonSerializer.Deserialize<JsonElement>(Manifest.Of(installation));

    private static (int Width, int Height) SizeOf(byte[] png)
    {
        Assert.Equal("IHDR"u8, png.AsSpan(12, 4));
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
