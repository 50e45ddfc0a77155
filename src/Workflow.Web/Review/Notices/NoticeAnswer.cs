using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Workflow.Web.Review.Notices;

/// <summary>What became of a notice that somebody wanted to take note of.</summary>
public abstract record NoticeAnswer
{
    private NoticeAnswer(NoticeKey key, RequestState? request) => (Key, Request) = (key, request);

    /// <summary>As it was chosen.</summary>
    public NoticeKey Key { get; }

    /// <summary>The request as it now stands; null where the person was not asked about it and may not see it.</summary>
    public RequestState? Request { get; }

    /// <summary>It is taken note of, by this post or by the same one sent before.</summary>
    public sealed record Acknowledged(NoticeKey Key, RequestState? Request) : NoticeAnswer(Key, Request);

    /// <summary>The person had taken note of it before, in another way.</summary>
    public sealed record Already(NoticeKey Key, RequestState? Request) : NoticeAnswer(Key, Request);

    /// <summary>It is not taken note of, and nothing changed.</summary>
    public sealed record Refused(NoticeKey Key, RequestState? Request, Text Why) : NoticeAnswer(Key, Request);
}
