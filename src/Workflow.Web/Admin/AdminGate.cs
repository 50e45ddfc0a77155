using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflow.Core.People;
using Workflow.Web.Forms;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>
/// The one gate before everything that admins see and do, and auditors see. Handlers pass through it themselves, because the Functions
/// host has no middleware of ours.
/// </summary>
public sealed class AdminGate(AdminKey key, AdminSession session, FormGuard forms)
{
    /// <summary>Nothing an admin types is long, and whoever has not signed in yet must not fill our memory.</summary>
    internal static FormSize FormLimit { get; } = new(64 * 1024, 10);

    /// <summary>Shows something to an admin or an auditor; anybody else is sent to sign in, or below <c>/api/</c> gets a 401.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="show">Given who asks.</param>
    public Task<IResult> ShowAsync(HttpContext http, Func<Actor, Task<IResult>> show)
    {
        var admission = Admit(http);
        return admission.Who is { } who ? show(who) : Task.FromResult(admission.Refusal!);
    }

    /// <summary>
    /// Does what an admin's program asks for. It has to send the key itself: a browser adds its cookie to what any other
    /// site makes it send.
    /// </summary>
    /// <param name="http">The exchange.</param>
    /// <param name="act">Given who asks.</param>
    public Task<IResult> ActAsync(HttpContext http, Func<Actor, Task<IResult>> act)
    {
        var admission = !key.IsConfigured ? new Admission(Refusal: AdminProblems.Closed.ToResult(http))
            : AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header) ? AdmitByHeader(http, header)
            : new Admission(Refusal: Unauthorized(http));
        return admission switch
        {
            { Who: { } who } when Holds(who, AdminRole.Admin) => act(who),
            { Who: not null } => Task.FromResult(AdminProblems.ReadOnly.ToResult(http)),
            _ => Task.FromResult(admission.Refusal!),
        };
    }

    /// <summary>Does what an admin's form asks for, if the form is one of ours.</summary>
    internal async Task<IResult> DoAsync(
        HttpContext http, Func<Actor, IFormCollection, Task<IResult>> act, AdminRole least = AdminRole.Admin)
    {
        var admission = Admit(http);
        if (admission.Who is not { } who)
            return admission.Refusal!;
        if (!Holds(who, least))
            return AdminProblems.ReadOnly.ToResult(http);

        return await forms.ReadAsync(http, FormLimit, http.RequestAborted) switch
        {
            PostedForm.Genuine genuine => await act(who, genuine.Fields),
            PostedForm.Unproven => AdminProblems.StaleForm.ToResult(http),
            PostedForm.Unreadable unreadable => unreadable.Problem.ToResult(http),
            var unknown => throw new UnreachableException($"A form was read as {unknown.GetType().Name}."),
        };
    }

    private static bool Holds(Actor who, AdminRole least) => least == AdminRole.Auditor || who.Kind == ActorKind.Admin;

    private Admission Admit(HttpContext http)
    {
        if (!key.IsConfigured)
            return new Admission(Refusal: AdminProblems.Closed.ToResult(http));

        if (session.Find(http) is { } signedIn)
            return new Admission(ActorOf(signedIn.Name, signedIn.Role));

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

        if (attempt.Role is { } role)
            return new Admission(ActorOf("API", role));

        return new Admission(Refusal: attempt.Wait > TimeSpan.Zero ? AdminProblems.TooMany(http, attempt.Wait) : Unauthorized(http));
    }

    private static Actor ActorOf(string name, AdminRole role) => role == AdminRole.Admin
        ? new Actor(ActorKind.Admin, "admin", name, Authentication.AdminKey)
        : new Actor(ActorKind.Auditor, "auditor", name, Authentication.AdminKey);

    private static IResult Unauthorized(HttpContext http)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"approvals-admin\"";
        return AdminProblems.NotSignedIn.ToResult(http);
    }

    private readonly record struct Admission(Actor? Who = null, IResult? Refusal = null);
}
