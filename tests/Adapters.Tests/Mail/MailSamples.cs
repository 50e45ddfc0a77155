using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Mail;
using Workflow.Adapters.Mail.Reading;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

/// <summary>The mails in <c>samples/</c>, and the reader that a receiving server named as they say would use.</summary>
internal static class MailSamples
{
    public const string Receiver = "mx.streamer.example";

    public static readonly string[] Productions = ["The Lantern Coast", "Les Marées Noires", "Orbital Winter", "Sal y Ceniza"];

    private const string Pass = $"Authentication-Results: {Receiver}; dmarc=pass header.from=studio.example\r\n";

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../samples"));

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.eml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static Task<MailReading> ReadAsync(byte[] raw) =>
        new MimeMailReader(Options.Create(new MailOptions { Receiver = Receiver })).ReadAsync(new MemoryStream(raw), TestContext.Current.CancellationToken);

    /// <summary>Reads a mail of these header lines and this body, from an authenticated author unless they say otherwise.</summary>
    public static Task<MailReading> ReadAsync(string headers, string body, string? from = "From: Ana Roy <ana@studio.example>\n") =>
        ReadAsync(Encoding.UTF8.GetBytes(Pass + $"{from}{headers}\n\n{body}".ReplaceLineEndings("\r\n")));

    public static async Task<IncomingMail> MailAsync(string headers, string body) =>
        Assert.IsType<MailReading.Read>(await ReadAsync(headers, body)).Mail;

    private static string Here([CallerFilePath] string path = "") => path;
}
