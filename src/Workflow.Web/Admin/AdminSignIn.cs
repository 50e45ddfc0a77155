using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>What the sign-in page shows.</summary>
/// <param name="Seal">Of its form.</param>
/// <param name="Return">Where to go after it.</param>
/// <param name="Name">As typed.</param>
/// <param name="Problems">What was wrong with the last try, by field.</param>
public sealed record SignInForm(FormSeal Seal, string Return, string Name, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>What is wrong with one field; null when nothing is.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(p => p.Field == field)?.Message;
}

/// <summary>Signing in with the installation's key and a name for the audit trail, and signing out.</summary>
public sealed class AdminSignIn(AdminKey key, AdminSession session, FormGuard forms, AdminGate gate)
{
    private const string Start = "/manage";
    private const int NameLength = 100;

    /// <summary><c>GET /manage/sign-in</c>.</summary>
    public Task<IResult> GetAsync(HttpContext http) => Task.FromResult(
        !key.IsConfigured ? AdminProblems.Closed.ToResult(http)
        : session.Find(http) is not null ? Page.SeeOther(Local(http.Request.Query["return"]))
        : Form(http, Local(http.Request.Query["return"]), ""));

    /// <summary><c>POST /manage/sign-in</c>: <c>name</c>, <c>key</c>, <c>return</c>.</summary>
    public async Task<IResult> PostAsync(HttpContext http)
    {
        if (!key.IsConfigured)
            return AdminProblems.Closed.ToResult(http);

        return await forms.ReadAsync(http, AdminGate.FormLimit, http.RequestAborted) switch
        {
            PostedForm.Genuine genuine => Enter(http, genuine.Fields),
            PostedForm.Unproven unproven => Again(http, unproven.Fields, "key", "This page was open too long. Type the key once more.", StatusCodes.Status400BadRequest),
            PostedForm.Unreadable unreadable => unreadable.Problem.ToResult(http),
            var unknown => throw new UnreachableException($"A form was read as {unknown.GetType().Name}."),
        };
    }

    private IResult Enter(HttpContext http, IFormCollection form)
    {
        // One line without invisible characters: a name must not be able to look like another in the audit trail.
        if (PlainText.Line(form["name"]) is not { Length: <= NameLength } name)
            return Again(http, form, "name", "Type your name as it should stand in the audit trail: at most 100 characters.", StatusCodes.Status400BadRequest);

        var attempt = key.Try(form["key"]);
        if (attempt.Wait > TimeSpan.Zero)
            return AdminProblems.TooMany(http, attempt.Wait);

        if (attempt.Role is not { } role)
            return Again(http, form, "key", "This is not the admin key of this installation. It stands in the configuration, at Admin:Key.", StatusCodes.Status403Forbidden);

        session.Begin(http, name, role);
        return Page.SeeOther(Local(form["return"]));
    }

    /// <summary><c>GET /manage/sign-out</c>: asks, because a GET changes nothing.</summary>
    public Task<IResult> AskToLeaveAsync(HttpContext http) => gate.ShowAsync(http, admin =>
        Task.FromResult(Page.Html(Slices.AdminSignOutPage.Create(new SignOutForm(forms.Seal(http), admin.Name)))));

    /// <summary><c>POST /manage/sign-out</c>.</summary>
    public Task<IResult> LeaveAsync(HttpContext http) => gate.DoAsync(
        http,
        (_, _) =>
        {
            AdminSession.End(http);
            return Task.FromResult(Page.SeeOther("/manage/sign-in"));
        },
        AdminRole.Auditor);

    /// <summary>The address of the sign-in page.</summary>
    /// <param name="back">Where to go after it, on this site.</param>
    internal static string Address(string back) => $"/manage/sign-in?return={Uri.EscapeDataString(back)}";

    private IResult Again(HttpContext http, IFormCollection form, string field, string problem, int status) =>
        Form(http, Local(form["return"]), form["name"].ToString(), status, new FieldProblem(field, $"{problem}"));

    private IResult Form(HttpContext http, string back, string name, int status = StatusCodes.Status200OK, params IReadOnlyList<FieldProblem> problems) =>
        Page.Html(Slices.AdminSignInPage.Create(new SignInForm(forms.Seal(http), back, name, problems)), status);

    // Only into the admin's own pages: anything else would let a link send an admin who has just signed in elsewhere.
    private static string Local(string? path) =>
        path is not null && (path == Start || path.StartsWith(Start + "/", StringComparison.Ordinal) || path.StartsWith(Start + "?", StringComparison.Ordinal))
        && !path.Contains("..", StringComparison.Ordinal) && !path.Any(c => char.IsControl(c) || c == '\\')
            ? path
            : Start;
}

/// <summary>What the sign-out page shows.</summary>
/// <param name="Seal">Of its form.</param>
/// <param name="Name">Who is signed in.</param>
public sealed record SignOutForm(FormSeal Seal, string Name);
