using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Review.Notices;

/// <summary>What a link to somebody's notices opens.</summary>
public abstract record NoticeAccess
{
    private NoticeAccess()
    {
    }

    /// <summary>The notices of this person.</summary>
    /// <param name="PersonId">The directory's id.</param>
    public sealed record Open(string PersonId) : NoticeAccess;

    /// <summary>Nothing.</summary>
    public sealed record Denied(Problem Problem) : NoticeAccess;
}

/// <summary>Opens links to notices, for people who are still here.</summary>
public sealed class NoticeDoor(LinkTokens links, IDirectory directory)
{
    /// <summary>What this token opens now.</summary>
    public async Task<NoticeAccess> OpenAsync(string? token, CancellationToken cancellationToken) => links.ReadPerson(token) switch
    {
        LinkReading<PersonLink>.Valid(var link) => await directory.HasLeftAsync(link.PersonId, cancellationToken)
            ? new NoticeAccess.Denied(Left)
            : new NoticeAccess.Open(link.PersonId),
        LinkReading<PersonLink>.Expired => new NoticeAccess.Denied(ReviewDoor.Expired),
        _ => new NoticeAccess.Denied(ReviewDoor.Unreadable),
    };

    private static Problem Left { get; } = new(
        StatusCodes.Status403Forbidden,
        "person-left",
        $"The directory no longer names you",
        $"What waited for you goes to somebody else, and this link shows it no more. If you are still here, tell whoever runs this service.");
}
