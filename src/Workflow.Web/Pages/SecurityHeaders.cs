using Microsoft.AspNetCore.Http;

namespace Workflow.Web.Pages;

/// <summary>The headers that every answer carries, whichever host sends it.</summary>
public static class SecurityHeaders
{
    /// <summary>Nothing but our own stylesheet, images and forms; no script at all; in nobody's frame.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// Sets them on the response. Caching is off unless the handler has said otherwise: pages show what only one
    /// person may see, and their addresses may carry a token. A handler may set another content security policy.
    /// </summary>
    public static void Apply(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["X-Robots-Tag"] = "noindex";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
