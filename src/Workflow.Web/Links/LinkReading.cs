using Workflow.Core.Requests;

namespace Workflow.Web.Links;

/// <summary>What a token from a link turned out to be.</summary>
/// <typeparam name="T">What a good token is bound to.</typeparam>
public abstract record LinkReading<T>
{
    private LinkReading()
    {
    }

    /// <summary>Ours, and still good.</summary>
    public sealed record Valid(T Link) : LinkReading<T>;

    /// <summary>Ours, but too old to be used; good enough to say what it was for and to whom to turn.</summary>
    public sealed record Expired(T Link) : LinkReading<T>;

    /// <summary>Missing, cut off, altered, made for another purpose or by another installation.</summary>
    public sealed record Unreadable : LinkReading<T>;
}

/// <summary>What an approver's link is bound to: one person's one ask of one request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">Number of the ask within it.</param>
/// <param name="PersonId">The directory's id of the person asked.</param>
public sealed record AskLink(RequestId Request, int Ask, string PersonId);

/// <summary>Which ask a card shows.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">Number of the ask within it, from 1.</param>
public sealed record CardLink(RequestId Request, int Ask);

/// <summary>What a link to all that waits for somebody's notice is bound to.</summary>
/// <param name="PersonId">The directory's id of the person.</param>
public sealed record PersonLink(string PersonId);

/// <summary>What a submitter's link is bound to.</summary>
/// <param name="Request">The request.</param>
/// <param name="Email">The lower-case address that the link was mailed to.</param>
public sealed record SubmitterLink(RequestId Request, string Email);

/// <summary>What a link to somebody's digests is bound to.</summary>
/// <param name="Address">The lower-case address that they go to.</param>
public sealed record DigestLink(string Address);
