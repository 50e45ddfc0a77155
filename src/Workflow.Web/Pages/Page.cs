using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using RazorSlices;
using Workflow.Web.Languages;

namespace Workflow.Web.Pages;

/// <summary>Results of page handlers, the same in every host: each sets the security headers itself.</summary>
public static class Page
{
    // Text in any script stays readable in the source; what HTML reserves is still encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A page of HTML.</summary>
    /// <param name="slice">From a slice's <c>Create</c>.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="language">The reader's, where we know who reads; null for what the browser asks for.</param>
    public static IResult Html(RazorSlice slice, int status = StatusCodes.Status200OK, Language? language = null)
    {
        slice.StatusCode = status;
        slice.HtmlEncoder = Encoder;
        return new Secured(slice, language);
    }

    /// <summary>After a post: 303, so that reloading the next page posts nothing again.</summary>
    /// <param name="path">On this site, beginning with one slash.</param>
    public static IResult SeeOther(string path) => new Secured(new Redirection(path));

    /// <summary>Any result with the headers that every answer of this product carries.</summary>
    public static IResult Secure(IResult result) => new Secured(result);

    private sealed class Secured(IResult inner, Language? language = null) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            SecurityHeaders.Apply(httpContext);
            Language.Current = language ?? InstalledLanguages.For(httpContext);
            await inner.ExecuteAsync(httpContext);
        }
    }

    private sealed class Redirection(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
