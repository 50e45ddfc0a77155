using Workflow.Web.Languages;

namespace Workflow.Web.Pages;

/// <summary>What a page tells the frame around it. A slice says <c>@implements IUsesLayout&lt;_Layout, PageFrame&gt;</c>.</summary>
/// <param name="Title">The page's title, without the product's name.</param>
/// <param name="Wide">True for lists and inspectors.</param>
public sealed record PageFrame(Text Title, bool Wide = false)
{
    /// <summary>The links of the header; by default those for anybody.</summary>
    public IReadOnlyList<NavigationLink> Navigation { get; init; } = Public;

    private static IReadOnlyList<NavigationLink> Public { get; } =
    [
        new("/declare", $"Declare a use"),
        new("/records", $"Verify a record"),
    ];
}

/// <summary>A link of the header.</summary>
/// <param name="Href">Where to.</param>
/// <param name="Text">What it says.</param>
/// <param name="Current">Whether it is the page shown.</param>
public sealed record NavigationLink(string Href, Text Text, bool Current = false);
