namespace Workflow.Web.Review;

/// <summary>The addresses behind an approver's link, on this site.</summary>
public static class ReviewLinks
{
    /// <summary>The page on which they read and decide.</summary>
    public static string Review(string token) => To("/review", token);

    /// <summary>The same, to give another decision than the one given.</summary>
    public static string Again(string token) => To("/review", token) + "&again=yes";

    /// <summary>The page on which consents are checked off.</summary>
    public static string Consents(string token) => To("/review/consents", token);

    /// <summary>The page on which a person takes note of many requests at once.</summary>
    /// <param name="token">Of the person, not of an ask.</param>
    public static string Notices(string token) => To("/review/notices", token);

    /// <summary>A page at this path.</summary>
    public static string To(string path, string token) => $"{path}?t={Uri.EscapeDataString(token)}";

    /// <summary>A download.</summary>
    public static string File(string token, string sha256) => To("/review/file", token) + $"&sha256={sha256}";
}
