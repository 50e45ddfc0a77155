using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Workflow.Web.Admin;

/// <summary>
/// Remembers who has signed in, in a protected cookie and nowhere else. The keys are part of the cookie's purpose, so
/// changing one signs everybody out.
/// </summary>
public sealed class AdminSession(IDataProtectionProvider protection, IOptions<AdminOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>Signs in.</summary>
    /// <param name="http">Gets the cookie.</param>
    /// <param name="name">Who they say they are.</param>
    /// <param name="role">What their key opened.</param>
    internal void Begin(HttpContext http, string name, AdminRole role)
    {
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var secret = Protector().Protect(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{until}\n{role}\n{name}")));
        http.Response.Cookies.Append(CookieName(http), Base64Url.EncodeToString(secret), Attributes(http));
    }

    /// <summary>Who has signed in; null when nobody has, or too long ago.</summary>
    internal SignedIn? Find(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(CookieName(http), out var cookie) || !Base64Url.IsValid(cookie))
            return null;

        try
        {
            // What unprotects was written by Begin, so it parses.
            var parts = Encoding.UTF8.GetString(Protector().Unprotect(Base64Url.DecodeFromChars(cookie))).Split('\n', 3);
            var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            return time.GetUtcNow() < until ? new SignedIn(parts[2], Enum.Parse<AdminRole>(parts[1])) : null;
        }
        catch (CryptographicException)
        {
            // Forged, made under another key, or by a key ring that is gone: nobody has signed in.
            return null;
        }
    }

    /// <summary>Signs out.</summary>
    internal static void End(HttpContext http) => http.Response.Cookies.Delete(CookieName(http), Attributes(http));

    // The prefix makes browsers refuse a cookie of this name that was planted without TLS or from a sibling host.
    private static string CookieName(HttpContext http) =>
        http.Request.IsHttps ? "__Host-approvals-admin" : "approvals-admin";

    private static CookieOptions Attributes(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };

    private IDataProtector Protector() =>
        protection.CreateProtector("Approvals.Admin.Session", Convert.ToHexStringLower(AdminKey.Hash($"{options.Value.Key}\n{options.Value.AuditorKey}")));
}

/// <summary>Somebody who has signed in.</summary>
/// <param name="Name">Who they say they are.</param>
/// <param name="Role">What their key opened.</param>
internal sealed record SignedIn(string Name, AdminRole Role);
