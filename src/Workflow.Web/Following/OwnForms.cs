using Microsoft.AspNetCore.Http;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Workflow.Web.Following;

/// <summary>What forms behind a submitter's link share: the link opens the request, and a post comes from our page or changes nothing.</summary>
public sealed class OwnForms(RequestAccess access, FormGuard guard, Readers readers)
{
    /// <summary>A seal for a form about to be shown.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="formId">The id of the form being shown again; null draws a new one.</param>
    public FormSeal Seal(HttpContext http, string? formId) => guard.Seal(http, formId);

    /// <summary>A page in the submitter's language; 400 when something is said about what was posted.</summary>
    public IResult Page(RazorSlices.RazorSlice slice, OwnRequest own, bool isRefused) => Pages.Page.Html(
        slice, isRefused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, readers.Submitter(own.Request));

    /// <summary>A page that says why there is no form, with the way back.</summary>
    public IResult Closed(OwnRequest own, string code, Text title, Text detail) => new Problem(StatusCodes.Status409Conflict, code, title, detail)
    {
        Next = new NavigationLink(own.StatusPath, $"See where it stands"),
    }.ToPage(readers.Submitter(own.Request));

    /// <summary>Opens the request and shows a form of it.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, Func<OwnRequest, Task<IResult>> show)
    {
        var (own, closed) = await access.OpenAsync(http);
        return own is null ? closed! : await show(own);
    }

    /// <summary>Opens the request and takes what was posted to a form of it. Posted twice, it is taken once.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="size">How much the form may send.</param>
    /// <param name="done">What the status page thanks for.</param>
    /// <param name="again">Shows the form with what was typed, and why it was not taken.</param>
    /// <param name="take">Takes it; null when it is done.</param>
    public async Task<IResult> TakeAsync(
        HttpContext http,
        FormSize size,
        string done,
        Func<OwnRequest, IFormCollection, Text, Task<IResult>> again,
        Func<OwnRequest, PostedForm.Genuine, Task<IResult?>> take)
    {
        var (own, closed) = await access.OpenAsync(http);
        if (own is null)
        {
            return closed!;
        }

        switch (await guard.ReadAsync(http, size, http.RequestAborted))
        {
            case PostedForm.Unreadable unreadable:
                return unreadable.Problem.ToPage(readers.Submitter(own.Request));

            case PostedForm.Unproven unproven:
                return await again(own, unproven.Fields,
                    $"This form was open for too long, or your browser keeps no cookies. Everything you typed is still here; please send it again.");

            case PostedForm.Genuine genuine:
                var refused = own.HasDone(genuine.FormId) ? null : await take(own, genuine);
                return refused ?? Pages.Page.SeeOther($"{own.StatusPath}&done={done}");

            default:
                throw new InvalidOperationException("A posted form of an unknown kind.");
        }
    }
}
