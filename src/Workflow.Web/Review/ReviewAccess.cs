using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Review;

/// <summary>What a link to an ask opens.</summary>
public abstract record ReviewAccess
{
    private ReviewAccess()
    {
    }

    /// <summary>The person's own ask.</summary>
    public abstract record Found(RequestState Request, Ask Ask, AskLink Link) : ReviewAccess
    {
        /// <summary>The id of the command that a form carries: the same form posted again is the same command.</summary>
        public string CommandId(string formId) => string.Create(CultureInfo.InvariantCulture, $"review/{Ask.Number}/{formId}");
    }

    /// <summary>An ask that can be answered.</summary>
    public sealed record Open(RequestState Request, Ask Ask, AskLink Link) : Found(Request, Ask, Link);

    /// <summary>An ask that has been settled; its link shows what became of it, and what its person can still do about it.</summary>
    public sealed record Settled(RequestState Request, Ask Ask, AskLink Link) : Found(Request, Ask, Link);

    /// <summary>Nothing.</summary>
    public sealed record Denied(Problem Problem) : ReviewAccess;
}

/// <summary>Opens links to asks. Every handler of the review page starts here.</summary>
public sealed class ReviewDoor(ApprovalDesk desk, LinkTokens links)
{
    /// <summary>What this token opens now.</summary>
    public async Task<ReviewAccess> OpenAsync(string? token, CancellationToken cancellationToken) => links.ReadAsk(token) switch
    {
        LinkReading<AskLink>.Valid(var link) => Open(link, await desk.FindAsync(link.Request, cancellationToken)),
        LinkReading<AskLink>.Expired => new ReviewAccess.Denied(Expired),
        _ => new ReviewAccess.Denied(Unreadable),
    };

    private static ReviewAccess Open(AskLink link, RequestState? request)
    {
        if (request is null || link.Ask < 1 || link.Ask > request.Asks.Count)
            return new ReviewAccess.Denied(Unknown);

        var ask = request.Asks[link.Ask - 1];
        return ask switch
        {
            _ when ask.Person.Id != link.PersonId => new ReviewAccess.Denied(Foreign),
            { IsOpen: true } => new ReviewAccess.Open(request, ask, link),
            _ => new ReviewAccess.Settled(request, ask, link),
        };
    }

    internal static Problem Unreadable { get; } = new(
        StatusCodes.Status404NotFound,
        "link-unreadable",
        $"This link is not complete",
        $"Mail programs sometimes cut long links. Open it from the mail again, or copy the whole of it. If it still does not work, ask whoever runs this service for a new one.");

    internal static Problem Expired { get; } = new(
        StatusCodes.Status410Gone,
        "link-expired",
        $"This link has expired",
        $"It was mailed to you long ago, and links do not hold for ever. If you were reminded since, use the link in the latest mail; otherwise ask whoever runs this service for a new one. Nothing was decided by opening it.");

    private static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound,
        "ask-unknown",
        $"There is no such question",
        $"The request that this link belongs to is not kept here. Ask whoever runs this service, and tell them when the mail came.");

    private static Problem Foreign { get; } = new(
        StatusCodes.Status403Forbidden,
        "link-foreign",
        $"This question was put to somebody else",
        $"The link names another person than the one who is asked. Use the link in your own mail; if you have none, you are not asked.");
}
