using Microsoft.Extensions.DependencyInjection;
using Workflow.Web.SecondStep;

namespace Workflow.Web.Review;

/// <summary>Registers what approvers see.</summary>
public static class ReviewRegistration
{
    /// <summary>Adds the handlers; the host adds <c>ApprovalDesk</c>, <c>ICodeStore</c> and <c>IBlobs</c>.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<OneTimeCodes>()
        .AddSingleton<CodeMail>()
        .AddSingleton<ReviewDoor>()
        .AddSingleton<ReviewPages>()
        .AddSingleton<ReviewFiles>();
}
