using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Workflow.Adapters.KeyVault;

/// <summary>
/// One key in a vault, by the vault's REST interface: the two reads and the one operation that records need, over
/// the pipeline of the Azure SDK with its sign-in, retries and diagnostics. The private half never leaves the vault.
/// </summary>
internal sealed class KeyVaultKey
{
    private const string ApiVersion = "7.4";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _key;

    public KeyVaultKey(Uri key, string scope, TokenCredential credential, KeyVaultClientOptions options)
    {
        _key = key;
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>The versions of the key, a page at a time joined together, in no order.</summary>
    /// <exception cref="RequestFailedException">The vault refused or did not answer.</exception>
    public IReadOnlyList<KeyVersion> Versions(CancellationToken cancellationToken)
    {
        var versions = new List<KeyVersion>();
        for (var next = Address($"{_key.AbsoluteUri}/versions"); next is not null;)
        {
            var page = Read(Send(RequestMethod.Get, next, null, cancellationToken), KeyVaultJson.Default.KeyVersionPage);
            versions.AddRange(page.Value);
            // The token goes to this vault and to no other host that an answer might name.
            next = page.NextLink is { Length: > 0 } link && new Uri(link) is { } uri && uri.Host == _key.Host && uri.Scheme == _key.Scheme ? uri : null;
        }

        return versions;
    }

    /// <summary>The public half of one version.</summary>
    public JsonWebKey Read(KeyVersion version, CancellationToken cancellationToken) =>
        Read(Send(RequestMethod.Get, Address(VersionAddress(version)), null, cancellationToken), KeyVaultJson.Default.KeyBundle).Key;

    /// <summary>The ES256 signature of a SHA-256 by one version: r and s, 32 bytes each.</summary>
    public async ValueTask<byte[]> SignAsync(KeyVersion version, byte[] sha256, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new SignRequest("ES256", Base64Url.EncodeToString(sha256)), KeyVaultJson.Default.SignRequest);
        using var message = Message(RequestMethod.Post, Address($"{VersionAddress(version)}/sign"), body);
        await _pipeline.SendAsync(message, cancellationToken);
        return Base64Url.DecodeFromChars(Read(Accepted(message.Response), KeyVaultJson.Default.SignAnswer).Value);
    }

    // By its last segment alone: whatever host the id names, the request goes to the configured vault.
    private string VersionAddress(KeyVersion version) => $"{_key.AbsoluteUri}/{new Uri(version.Kid).Segments[^1]}";

    private Response Send(RequestMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        using var message = Message(method, address, body);
        _pipeline.Send(message, cancellationToken);
        return Accepted(message.Response);
    }

    private HttpMessage Message(RequestMethod method, Uri address, byte[]? body)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
            message.Request.Content = RequestContent.Create(body);
        }

        return message;
    }

    private static Uri Address(string address) => new($"{address}?api-version={ApiVersion}");

    private static Response Accepted(Response response) => response.IsError ? throw new RequestFailedException(response) : response;

    private static T Read<T>(Response response, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(response.Content, type) ?? throw new JsonException("The vault answered with null.");
}

/// <summary>One version of a key, as lists name it.</summary>
/// <param name="Kid">Its address.</param>
/// <param name="Attributes">Whether and since when it may be used.</param>
internal sealed record KeyVersion(string Kid, KeyAttributes Attributes);

/// <param name="Enabled">Whether the vault lets it be used.</param>
/// <param name="Created">Seconds since 1970.</param>
internal sealed record KeyAttributes(bool Enabled, long Created);

/// <summary>The public half of a key (RFC 7517); <c>x</c> and <c>y</c> in base64url.</summary>
internal sealed record JsonWebKey(string Kty, string? Crv, string? X, string? Y);

internal sealed record KeyVersionPage(IReadOnlyList<KeyVersion> Value, string? NextLink);

internal sealed record KeyBundle(JsonWebKey Key);

internal sealed record SignRequest(string Alg, string Value);

internal sealed record SignAnswer(string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeyVersionPage))]
[JsonSerializable(typeof(KeyBundle))]
[JsonSerializable(typeof(SignRequest))]
[JsonSerializable(typeof(SignAnswer))]
internal sealed partial class KeyVaultJson : JsonSerializerContext;
