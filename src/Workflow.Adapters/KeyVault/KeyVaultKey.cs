using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Workflow.Adapters.KeyVault;

/// <summary>
/// One key in a vault, by the vault's REST interface: what records and the ring of link keys need, over the pipeline of
/// the Azure SDK with its sign-in, retries and diagnostics. The private half never leaves the vault. Whoever waits
/// synchronously does so because the interface it serves leaves no choice.
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

    /// <summary>The version that the vault takes for what is new: the last segment of its address.</summary>
    public string CurrentVersion(CancellationToken cancellationToken) =>
        Read(Send(RequestMethod.Get, Address(_key.AbsoluteUri), null, cancellationToken), KeyVaultJson.Default.KeyBundle).Key.Kid is { } kid
            ? LastSegment(kid)
            : throw new JsonException("The vault answered with a key that has no version.");

    /// <summary>The ES256 signature of a SHA-256 by one version: r and s, 32 bytes each.</summary>
    public async ValueTask<byte[]> SignAsync(KeyVersion version, byte[] sha256, CancellationToken cancellationToken)
    {
        using var message = Operation($"{VersionAddress(version)}/sign", "ES256", sha256);
        await _pipeline.SendAsync(message, cancellationToken);
        return Result(message);
    }

    /// <summary>Wraps a key of ours for one version, by RSA-OAEP-256.</summary>
    public byte[] Wrap(string version, byte[] key, CancellationToken cancellationToken) => Do(version, "wrapkey", key, cancellationToken);

    /// <summary>What <see cref="Wrap"/> has wrapped for the same version.</summary>
    public byte[] Unwrap(string version, byte[] wrapped, CancellationToken cancellationToken) => Do(version, "unwrapkey", wrapped, cancellationToken);

    /// <summary>Whether it is the https address of a key without a version.</summary>
    public static bool IsAddress(Uri? key) =>
        key is { IsAbsoluteUri: true, Scheme: "https", Segments: ["/", "keys/", { Length: > 0 } name] } && !name.EndsWith('/');

    private byte[] Do(string version, string operation, byte[] value, CancellationToken cancellationToken)
    {
        using var message = Operation($"{_key.AbsoluteUri}/{Uri.EscapeDataString(version)}/{operation}", "RSA-OAEP-256", value);
        _pipeline.Send(message, cancellationToken);
        return Result(message);
    }

    // By its last segment alone: whatever host the id names, the request goes to the configured vault.
    private string VersionAddress(KeyVersion version) => $"{_key.AbsoluteUri}/{LastSegment(version.Kid)}";

    private static string LastSegment(string kid) => new Uri(kid).Segments[^1];

    private Response Send(RequestMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        using var message = Message(method, address, body);
        _pipeline.Send(message, cancellationToken);
        return Accepted(message.Response);
    }

    private HttpMessage Operation(string address, string algorithm, byte[] value) => Message(
        RequestMethod.Post,
        Address(address),
        JsonSerializer.SerializeToUtf8Bytes(new KeyOperation(algorithm, Base64Url.EncodeToString(value)), KeyVaultJson.Default.KeyOperation));

    private static byte[] Result(HttpMessage message) =>
        Base64Url.DecodeFromChars(Read(Accepted(message.Response), KeyVaultJson.Default.KeyOperationResult).Value);

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

    private static T Read<T>(Response response, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(response.Content, type) ?? throw new JsonException("The vault answered with null.");
}
