using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflow.Core.People;
using Workflow.Web.Forms;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>
/// The one gate before everything an admin sees or does. Handlers pass through it themselves, because the Functions
/// host has no middleware of ours.
/// </summary>
public sealed class AdminGate(AdminKey key, AdminSession session, FormGuard forms)
{
    /// <summary>Nothing an admin types is long, and whoever has not signed in yet must not fill our memory.</summary>
    internal static FormSize FormLimit { get; } = new(64 * 1024, 10);

    /// <summary>Shows something to an admin; anybody else is sent to sign in, or below <c>/api/</c> gets a 401.</summary>
    internal Task<IResult> ShowAsync(HttpContext http, Func<Actor, Task<IResult>> show)
    {
        var admission = Admit(http);
        return admission.Admin is { } admin ? show(admin) : Task.FromResult(admission.Refusal!);
    }

    /// <summary>Does what an admin's form asks for, if the form is one of ours.</summary>
    internal async Task<IResult> DoAsync(HttpContext http, Func<Actor, IFormCollection, Task<IResult>> act)
    {
        var admission = Admit(http);
        if (admission.Admin is not { } admin)
            return admission.Refusal!;

        return await forms.ReadAsync(http, FormLimit, http.RequestAborted) switch
        {
            PostedForm.Genuine genuine => await act(admin, genuine.Fields),
            PostedForm.Unproven => AdminProblems.StaleForm.ToResult(http),
            PostedForm.Unreadable unreadable => unreadable.Problem.ToResult(http),
            var unknown => throw new UnreachableException($"A form was read as {unknown.GetType().Name}."),
        };
    }

    private Admission Admit(HttpContext http)
    {
        if (!key.IsConfigured)
            return new Admission(Refusal: AdminProblems.Closed.ToResult(http));

        if (session.Find(http) is { } name)
            return new Admission(Admin(name));

        if (AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header))
            return AdmitByHeader(http, header);

        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return new Admission(Refusal: Unauthorized(http));

        var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/manage";
        return new Admission(Refusal: Page.SeeOther(AdminSignIn.Address(back)));
    }

    private Admission AdmitByHeader(HttpContext http, AuthenticationHeaderValue header)
    {
        var attempt = string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            ? key.Try(header.Parameter)
            : default;

        if (attempt.IsRight)
            return new Admission(Admin("API"));

        return new Admission(Refusal: attempt.Wait > TimeSpan.Zero ? AdminProblems.TooMany(http, attempt.Wait) : Unauthorized(http));
    }

    private static Actor Admin(string name) => new(ActorKind.Admin, "admin", name, Authentication.AdminKey);

    private static IResult Unauthorized(HttpContext http)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"approvals-admin\"";
        return AdminProblems.NotSignedIn.ToResult(http);
    }

    private readonly record struct Admission(Actor? Admin = null, IResult? Refusal = null);
}
