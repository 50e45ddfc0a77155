using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;

namespace Adapters.Tests.LinkKeys;

/// <summary>A vault with one RSA key, as the adapter sees it.</summary>
internal sealed class WrappingVault : HttpMessageHandler
{
    public static readonly Uri Key = new("https://links.vault.example/keys/links");

    private readonly List<RSA> _versions = [RSA.Create(2048)];

    /// <summary>Answers nothing but 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often a key was unwrapped.</summary>
    public int Unwrapped { get; private set; }

    public void Rotate() => _versions.Add(RSA.Create(2048));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_versions)
        {
            return IsDown ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) : Answer(request);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        Assert.Equal("Bearer for https://vault.example/.default", $"{request.Headers.Authorization}");
        return request.RequestUri!.AbsolutePath["/keys/links".Length..].Split('/') switch
        {
            [""] => Json(new JsonObject { ["key"] = new JsonObject { ["kid"] = $"{Key}/v{_versions.Count}", ["kty"] = "RSA" } }),
            ["", var version, "wrapkey"] => Json(Of(version).Encrypt(Value(request), RSAEncryptionPadding.OaepSHA256)),
            ["", var version, "unwrapkey"] => Unwrap(Of(version), Value(request)),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Unwrap(RSA key, byte[] wrapped)
    {
        Unwrapped++;
        try
        {
            return Json(key.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256));
        }
        catch (CryptographicException)
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest);
        }
    }

    private RSA Of(string version) => _versions[int.Parse(version[1..], System.Globalization.CultureInfo.InvariantCulture) - 1];

    private static byte[] Value(HttpRequestMessage request)
    {
        using var reader = new StreamReader(request.Content!.ReadAsStream());
        var body = JsonNode.Parse(reader.ReadToEnd())!;
        Assert.Equal("RSA-OAEP-256", (string?)body["alg"]);
        return Base64Url.DecodeFromChars((string)body["value"]!);
    }

    private static HttpResponseMessage Json(byte[] value) => Json(new JsonObject { ["value"] = Base64Url.EncodeToString(value) });

    private static HttpResponseMessage Json(JsonObject body) => new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString()) };
}

internal sealed class VaultCredential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new($"for {requestContext.Scopes[0]}", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
