using Microsoft.AspNetCore.Http;

namespace Workflow.Web.Pages;

/// <summary>The first page: what this is, and where to go.</summary>
public static class StartPage
{
    /// <summary><c>GET /</c>.</summary>
    public static IResult Get() => Page.Html(Slices.StartPage.Create());
}
