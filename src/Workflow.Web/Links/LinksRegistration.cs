using Microsoft.Extensions.DependencyInjection;

namespace Workflow.Web.Links;

/// <summary>Registers tokens and addresses of mailed links.</summary>
public static class LinksRegistration
{
    /// <summary>Adds <see cref="LinkTokens"/> and <see cref="PublicAddress"/>; the host adds Data Protection with a durable key ring and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddLinks(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration("Site")
            .Validate(o => SiteOptions.IsUsable(o.BaseUrl), "Site:BaseUrl must be an absolute http or https address without query, such as https://approvals.studio.example.")
            .ValidateOnStart();
        services.AddOptions<LinkOptions>().BindConfiguration("Links")
            .Validate(o => IsSensible(o.AskValidity), "Links:AskValidity must be between one hour and ten years, such as 60.00:00:00.")
            .Validate(o => IsSensible(o.SubmitterValidity), "Links:SubmitterValidity must be between one hour and ten years, such as 400.00:00:00.")
            .ValidateOnStart();
        return services.AddSingleton<LinkTokens>().AddSingleton<PublicAddress>();
    }

    private static bool IsSensible(TimeSpan validity) => validity >= TimeSpan.FromHours(1) && validity <= TimeSpan.FromDays(3660);
}
