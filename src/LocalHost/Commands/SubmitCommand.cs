using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;

namespace LocalHost.Commands;

/// <summary><c>approvals submit FILE</c>: sends a declaration (<c>.json</c>) or a mail (<c>.eml</c>) to a running server.</summary>
internal static class SubmitCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A declaration as JSON, or a mail as .eml." };
        var url = new Option<Uri>("--url") { Description = "The server.", DefaultValueFactory = _ => new Uri("http://127.0.0.1:5080"), CustomParser = ReadAddress };
        var key = new Option<string?>("--key") { Description = "The server's Intake:Key; mails need it. Default: the environment variable Intake__Key." };
        var command = new Command("submit", "Send a declaration or a mail to a running server. The same file again is the same request.") { file, url, key };
        command.SetAction((parsed, cancellationToken) => SubmitAsync(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(url),
            parsed.GetValue(key) ?? Environment.GetEnvironmentVariable("Intake__Key"),
            cancellationToken));
        return command;
    }

    private static Uri? ReadAddress(ArgumentResult typed)
    {
        if (Uri.TryCreate(typed.Tokens[0].Value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return address;
        }

        typed.AddError("--url must be an absolute address, such as http://127.0.0.1:5080.");
        return null;
    }

    private static async Task<int> SubmitAsync(FileInfo file, Uri url, string? key, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return ExitCode.Failed;
        }

        using var http = new HttpClient { BaseAddress = url };
        using var request = Request(file.Extension, await File.ReadAllBytesAsync(file.FullName, cancellationToken), key);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            await Console.Out.WriteLineAsync($"{(int)response.StatusCode} {response.ReasonPhrase}");
            await Console.Out.WriteLineAsync(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.IsSuccessStatusCode ? ExitCode.Fine : ExitCode.No;
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync($"The server at {url} cannot be reached: {e.Message} Is it running (approvals serve)?");
            return ExitCode.Failed;
        }
    }

    /// <summary>The HTTP request that sends a file of this kind.</summary>
    internal static HttpRequestMessage Request(string extension, byte[] content, string? intakeKey)
    {
        var isMail = extension.Equals(".eml", StringComparison.OrdinalIgnoreCase);
        var request = new HttpRequestMessage(HttpMethod.Post, isMail ? "/api/intake/email" : "/api/requests")
        {
            Content = new ByteArrayContent(content),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(isMail ? "message/rfc822" : MediaTypeNames.Application.Json);
        if (isMail && intakeKey is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", intakeKey);
        }
        else if (!isMail)
        {
            request.Headers.Add("Idempotency-Key", Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        return request;
    }
}
