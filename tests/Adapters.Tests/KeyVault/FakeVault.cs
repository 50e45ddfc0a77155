using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Workflow.Adapters.KeyVault;

namespace Adapters.Tests.KeyVault;

/// <summary>A vault as the adapter sees it, one request after another: two pages of versions, public keys, signatures.</summary>
internal sealed class FakeVault : HttpMessageHandler
{
    public static readonly Uri Key = new("https://records.vault.example/keys/record-signing");

    private readonly List<(string Version, ECDsa Key, bool Enabled)> _versions = [];

    /// <summary>The requests, as method, path and whether they bore a token.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The host that the link to the next page names.</summary>
    public string NextHost { get; set; } = Key.Host;

    public ECDsa Add(string version, bool enabled = true, ECCurve? curve = null)
    {
        var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        _versions.Add((version, key, enabled));
        return key;
    }

    public KeyVaultRecordSigner Open() => KeyVaultRecordSigner.Open(new KeyVaultKey(
        Key, "https://vault.example/.default", new FakeCredential(), new KeyVaultClientOptions { Transport = new HttpClientTransport(this) }));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath["/keys/record-signing/".Length..];
        Requests.Add($"{request.Method} {request.RequestUri.Host} {path} {request.Headers.Authorization}");
        return path.Split('/') switch
        {
            ["versions"] when request.RequestUri.Query.Contains("page=2", StringComparison.Ordinal) => Json(List(_versions.Skip(1), null)),
            ["versions"] => Json(List(_versions.Take(1), $"https://{NextHost}{Key.AbsolutePath}/versions?page=2&api-version=7.4")),
            [var version] => Json(new JsonObject { ["key"] = PublicKey(Find(version)) }),
            [var version, "sign"] => Json(Sign(Find(version), JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!)),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    private ECDsa Find(string version) => _versions.Single(v => v.Version == version).Key;

    private JsonObject List(IEnumerable<(string Version, ECDsa Key, bool Enabled)> versions, string? next) => new()
    {
        ["value"] = new JsonArray([.. versions.Select(v => new JsonObject
        {
            ["kid"] = $"{Key}/{v.Version}",
            ["attributes"] = new JsonObject { ["enabled"] = v.Enabled, ["created"] = 1_700_000_000 + _versions.IndexOf(v) },
        })]),
        ["nextLink"] = next,
    };

    private static JsonObject PublicKey(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "EC-HSM",
            ["crv"] = key.KeySize == 256 ? "P-256" : "P-384",
            ["x"] = Base64Url.EncodeToString(point.Q.X),
            ["y"] = Base64Url.EncodeToString(point.Q.Y),
        };
    }

    private static JsonObject Sign(ECDsa key, JsonNode request)
    {
        Assert.Equal("ES256", (string?)request["alg"]);
        var hash = Base64Url.DecodeFromChars((string)request["value"]!);
        return new JsonObject { ["value"] = Base64Url.EncodeToString(key.SignHash(hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)) };
    }

    private static HttpResponseMessage Json(JsonObject body) => new(HttpStatusCode.OK) { Content = new StringContent(body.ToJsonString()) };

    private sealed class FakeCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"for {requestContext.Scopes[0]}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
