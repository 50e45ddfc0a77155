using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Core.Diagnostics;
using Workflow.Web.Admin;
using Workflow.Web.Api;
using Workflow.Web.Digests;
using Workflow.Web.Following;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;
using Workflow.Web.Records;
using Workflow.Web.Review;
using Workflow.Web.Submitting;
using Workflow.Web.Teams;

namespace Workflow.Web;

/// <summary>Registers the handlers of pages and the API.</summary>
public static class WebServices
{
    /// <summary>
    /// Adds them. The host adds the ports, <c>ApprovalDesk</c>, <c>MailIntake</c>, a <c>TimeProvider</c> and persistent
    /// data protection keys.
    /// </summary>
    public static IServiceCollection AddApprovalsWeb(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "approvals-form";
            options.Cookie.HttpOnly = true;
            // Lax, not strict: opening a link from a mail must not replace the cookie of a form open in another tab.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "form-token";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<IntakeOptions>().BindConfiguration("Intake")
            .Validate(o => IntakeOptions.IsUsable(o.Key), "Intake:Key must have at least 32 characters, or be absent to close the address.")
            .Validate(o => !SecretReference.IsUnresolved(o.Key), SecretReference.Refusal("Intake:Key"))
            .ValidateOnStart();

        return services
            .AddSingleton<IValidateOptions<SiteOptions>, LanguagesCheck>()
            .AddLinks()
            .AddMessages()
            .AddReview()
            .AddAdmin()
            .AddRecords()
            .AddTeamsBot()
            .AddDigests()
            .AddSingleton<Readers>()
            .AddSingleton<FormGuard>()
            .AddSingleton<DraftReading>()
            .AddSingleton<DeclarePages>()
            .AddSingleton<RequestsApi>()
            .AddSingleton<EmailIntakeApi>()
            .AddSingleton<RequestAccess>()
            .AddSingleton<StatusPages>()
            .AddSingleton<InformationPages>()
            .AddSingleton<WithdrawPages>()
            .AddSingleton<OwnForms>()
            .AddSingleton<ConsentPages>()
            .AddSingleton<AmendPages>()
            .AddSingleton<RenewPages>()
            .AddSingleton<NotePages>()
            .AddSingleton<FreshLinks>();
    }
}
