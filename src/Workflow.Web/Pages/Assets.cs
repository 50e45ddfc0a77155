using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Workflow.Web.Pages;

/// <summary>The few files that pages refer to, kept in the assembly. Their addresses carry a hash of their content.</summary>
public static class Assets
{
    private static readonly Asset SiteCss = Load("site.css", "text/css; charset=utf-8");
    private static readonly Asset IconSvg = Load("icon.svg", "image/svg+xml");

    /// <summary>Address of the stylesheet.</summary>
    public static string Stylesheet { get; } = SiteCss.Href;

    /// <summary>Address of the icon.</summary>
    public static string Icon { get; } = IconSvg.Href;

    /// <summary><c>GET /assets/{name}</c>. Cached for a year under its hash, not at all without.</summary>
    public static IResult Get(HttpContext http, string name)
    {
        var asset = new[] { SiteCss, IconSvg }.FirstOrDefault(a => a.Name == name);
        if (asset is null)
        {
            return NotFoundPage.Get(http);
        }

        http.Response.Headers.CacheControl =
            http.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Page.Secure(Results.Bytes(asset.Content, asset.MediaType));
    }

    private static Asset Load(string name, string mediaType)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not embedded.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(name, mediaType, content, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }

    private sealed record Asset(string Name, string MediaType, byte[] Content, string Version)
    {
        public string Href => $"/assets/{Name}?v={Version}";
    }
}
