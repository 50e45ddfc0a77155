using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>The frame around the admin's pages.</summary>
public static class AdminFrame
{
    private static readonly (string Href, string Text)[] Links =
    [
        ("/manage", "Requests"),
        ("/manage/register", "Register"),
        ("/manage/quarantine", "Quarantine"),
        ("/manage/dead-letters", "Dead letters"),
        ("/manage/sign-out", "Sign out"),
    ];

    /// <summary>For a page.</summary>
    /// <param name="title">Of the page.</param>
    /// <param name="current">Address of the header's link that it belongs to.</param>
    public static PageFrame For(string title, string current = "") => new($"{title}", Wide: true)
    {
        Navigation = [.. Links.Select(link => new NavigationLink(link.Href, $"{link.Text}", link.Href == current))],
    };
}
