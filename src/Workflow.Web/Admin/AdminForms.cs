using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>The hidden field that proves that a form was shown by us to the browser that sends it.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">Its value.</param>
public sealed record FormToken(string Field, string Value);

/// <summary>Shows and reads the small forms of the admin's pages.</summary>
public sealed class AdminForms(IAntiforgery antiforgery)
{
    // Nothing an admin types is long, and whoever has not signed in yet must not fill our memory.
    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 10,
        KeyLengthLimit = 100,
        ValueLengthLimit = 8_000,
        MultipartBodyLengthLimit = 64_000,
        BufferBodyLengthLimit = 64_000,
        MemoryBufferThreshold = 64_000,
    };

    /// <summary>The token for a page with forms; sets its cookie.</summary>
    internal FormToken Token(HttpContext http)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new FormToken(tokens.FormFieldName, tokens.RequestToken!);
    }

    /// <summary>Reads a posted form, or says why it cannot be taken.</summary>
    /// <param name="http">The request.</param>
    /// <param name="checkToken">False only for programs that prove themselves by a header, which no foreign page can send.</param>
    internal async Task<(IFormCollection? Form, Problem? Problem)> ReadAsync(HttpContext http, bool checkToken)
    {
        if (!http.Request.HasFormContentType)
            return (null, NotAForm);

        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(Limits, http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return (null, TooLarge);
        }

        return checkToken && !await antiforgery.IsRequestValidAsync(http) ? (null, Stale) : (form, null);
    }

    private static Problem NotAForm { get; } = new(
        StatusCodes.Status415UnsupportedMediaType,
        "not-a-form",
        "That is not a form",
        "Send it as application/x-www-form-urlencoded, as the page does.");

    private static Problem TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        "That is too much at once",
        "A field is longer than this form takes. Shorten the reason and send it again.");

    private static Problem Stale { get; } = new(
        StatusCodes.Status400BadRequest,
        "stale-form",
        "This form is no longer valid",
        "It was shown before you signed in or out, or by another site. Nothing was changed. Open the page again and repeat it there.")
    {
        Next = new NavigationLink("/admin", "Go to the requests"),
    };
}
