using Microsoft.Extensions.DependencyInjection;
using Workflow.Web.Review.Acts;
using Workflow.Web.Review.Consents;
using Workflow.Web.Review.Notices;
using Workflow.Web.SecondStep;

namespace Workflow.Web.Review;

/// <summary>Registers what approvers see.</summary>
public static class ReviewRegistration
{
    /// <summary>Adds the handlers; the host adds <c>ApprovalDesk</c>, <c>ISummaries</c>, <c>ICodeStore</c>, <c>IDirectory</c> and <c>IBlobs</c>.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<OneTimeCodes>()
        .AddSingleton<CodeMail>()
        .AddSingleton<CodeStep>()
        .AddSingleton<ReviewDoor>()
        .AddSingleton<ReviewPages>()
        .AddSingleton<ActPages>()
        .AddSingleton<ConsentCheckPages>()
        .AddSingleton<NoticeDesk>()
        .AddSingleton<NoticeDoor>()
        .AddSingleton<NoticePages>()
        .AddSingleton<ReviewFiles>();
}
