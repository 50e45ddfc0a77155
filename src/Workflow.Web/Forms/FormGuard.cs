using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Workflow.Web.Pages;

namespace Workflow.Web.Forms;

/// <summary>Seals the forms we show and reads what is posted to them, on any host.</summary>
public sealed class FormGuard(IAntiforgery antiforgery)
{
    private const int IdLength = 32;

    /// <summary>A seal for a form about to be shown. Call it before the response starts: it may set a cookie.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="formId">The id of the form being shown again; null draws a new one.</param>
    public FormSeal Seal(HttpContext http, string? formId = null)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new FormSeal(
            tokens.FormFieldName,
            tokens.RequestToken ?? throw new InvalidOperationException("Antiforgery gave no request token."),
            formId ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2)));
    }

    /// <summary>Reads a posted form within its size, and proves where it came from.</summary>
    public async Task<PostedForm> ReadAsync(HttpContext http, FormSize size, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            return new PostedForm.Unreadable(Bodies.WrongType("a form (multipart/form-data or application/x-www-form-urlencoded)"));
        }

        if (Bodies.Limit(http, size.Body) is { } tooLarge)
        {
            return new PostedForm.Unreadable(tooLarge);
        }

        IFormCollection fields;
        try
        {
            fields = await http.Request.ReadFormAsync(Options(size), cancellationToken);
        }
        catch (BadHttpRequestException e)
        {
            return new PostedForm.Unreadable(Faults.For(e));
        }
        catch (InvalidDataException)
        {
            // The form reader says the same for one field too many and for a broken boundary.
            return new PostedForm.Unreadable(Malformed);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            // Cut off on its way, or in an encoding that the platform refuses, such as UTF-7.
            return new PostedForm.Unreadable(Malformed);
        }

        return await antiforgery.IsRequestValidAsync(http) && ReadId(fields[FormSeal.IdName]) is { } formId
            ? new PostedForm.Genuine(fields, formId)
            : new PostedForm.Unproven(fields);
    }

    private static Problem Malformed => new(
        StatusCodes.Status400BadRequest,
        "malformed-form",
        $"The form could not be read",
        $"What arrived is incomplete, or has more fields than the form. Go back, reload the page and send it again.");

    private static FormOptions Options(FormSize size) => new()
    {
        ValueCountLimit = size.Fields,
        KeyLengthLimit = 256,
        ValueLengthLimit = 256 * 1024,
        MultipartBodyLengthLimit = size.Body,
        BufferBodyLengthLimit = size.Body,
    };

    private static string? ReadId(string? text) =>
        text is { Length: IdLength } && text.All(char.IsAsciiHexDigitLower) ? text : null;
}
