using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Adapters.Tests.Teams;

/// <summary>Describes keys as the Bot Framework does, on loopback; can fail, and counts who asks.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private KeyServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/metadata", () =>
        {
            Interlocked.Increment(ref _asked);
            return IsDown
                ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{Address}keys" });
        });
        _app.MapGet("/keys", () => Results.Json(new { keys = Keys.Select(Describe) }));
    }

    public bool IsDown { get; set; }

    public int Asked => _asked;

    public List<SigningKey> Keys { get; } = [];

    public Uri Metadata => new(Address, "metadata");

    private Uri Address => new(_app.Urls.Single());

    public static async Task<KeyServer> StartAsync(params IEnumerable<SigningKey> keys)
    {
        var server = new KeyServer();
        server.Keys.AddRange(keys);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Dictionary<string, object> Describe(SigningKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        var described = new Dictionary<string, object>
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.Id,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (key.Endorsements is { } endorsements)
            described["endorsements"] = endorsements;
        return described;
    }
}

/// <summary>A key of the connector and the channels that it may sign for.</summary>
internal sealed record SigningKey(string Id, string[]? Endorsements)
{
    public RSA Rsa { get; } = RSA.Create(2048);

    public static SigningKey Of(string id) => new(id, ["webchat", "msteams"]);
}
