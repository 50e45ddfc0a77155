using Workflow.Core.Approval;

namespace Workflow.Web.Review.Notices;

/// <summary>A request of tier <c>notify</c> that waits for somebody to take note of it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The person's open ask.</param>
public sealed record OpenNotice(RequestState Request, Ask Ask)
{
    /// <summary>Names it as it stands now.</summary>
    public NoticeKey Key => new(Request.Id, Ask.Number, Request.Revision);
}

/// <summary>What waits for one person's notice.</summary>
/// <param name="Items">At most <see cref="NoticeDesk.Most"/>, the most urgent first.</param>
/// <param name="HasMore">Whether there are others.</param>
public sealed record NoticeList(IReadOnlyList<OpenNotice> Items, bool HasMore);
