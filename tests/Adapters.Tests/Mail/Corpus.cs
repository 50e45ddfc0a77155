using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Mail;
using Workflow.Adapters.Mail.Reading;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

/// <summary>
/// The mails in <c>Corpus/</c>, each written for the purpose, and what must come of each: <c>expected.json</c>. With
/// <c>APPROVALS_GOLDEN=write</c> the readings are written there (traits stay): read what changed before it is committed.
/// </summary>
internal static class Corpus
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "Corpus");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.eml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static JsonObject Expected { get; } = JsonNode.Parse(File.ReadAllText(ExpectedFile))!.AsObject();

    public static bool IsWriting => Environment.GetEnvironmentVariable("APPROVALS_GOLDEN") == "write";

    private static string ExpectedFile => Path.Combine(Folder, "expected.json");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".eml"));

    public static string[] TraitsOf(string name) => [.. Expected[name]!["traits"]!.AsArray().Select(trait => trait!.GetValue<string>())];

    /// <summary>A reader as the house of the corpus would have it; the traits of a mail turn on what is off by default.</summary>
    public static MimeMailReader Reader(params IReadOnlyList<string> traits) => new(Options.Create(new MailOptions
    {
        From = "Approvals <approvals@approvals.example>",
        Receiver = traits.Contains("composite-on") ? null : MailSamples.Receiver,
        TrustCompositeResult = traits.Contains("composite-on"),
        TrustedSealer = traits.Contains("sealer-on") ? "forward.example" : null,
        KnownDomains = { "streamer.example", "tidewater-art.example", "apple.example" },
    }));

    public static Task<MailReading> ReadAsync(string name) =>
        Reader(TraitsOf(name)).ReadAsync(new MemoryStream(Bytes(name)), TestContext.Current.CancellationToken);

    /// <summary>What a reading is in the file of expectations.</summary>
    public static JsonObject Describe(string name, MailReading reading)
    {
        var described = CorpusReading.Of(reading);
        described.Insert(0, "traits", Expected[name]!["traits"]!.DeepClone());
        return described;
    }

    public static string Text(JsonNode node) => node.ToJsonString(Readable);

    public static async Task WriteAsync()
    {
        var all = new JsonObject();
        foreach (var name in Names) all[name] = Describe(name, await ReadAsync(name));
        await File.WriteAllTextAsync(ExpectedFile, Text(all) + "\n", TestContext.Current.CancellationToken);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
