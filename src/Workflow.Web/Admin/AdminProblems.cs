using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>What an admin is told when something cannot be had or done.</summary>
internal static class AdminProblems
{
    /// <summary>No key, no admin: the pages are never open.</summary>
    public static Problem Closed { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "admin-closed",
        $"The admin's pages are closed",
        $"This installation has no admin key. Set Admin:Key (environment variable Admin__Key) to a secret of at least {AdminOptions.KeyLength} characters and start it again.");

    /// <summary>For programs; people are shown the way to the sign-in page.</summary>
    public static Problem NotSignedIn { get; } = new(
        StatusCodes.Status401Unauthorized,
        "not-signed-in",
        $"This is for admins",
        $"Send the installation's admin key as \"Authorization: Bearer KEY\", or sign in at /manage/sign-in.")
    {
        Next = new NavigationLink("/manage/sign-in", $"Sign in"),
    };

    /// <summary>A post that is not provably from a form of ours.</summary>
    public static Problem StaleForm { get; } = new(
        StatusCodes.Status400BadRequest,
        "stale-form",
        $"This form is no longer valid",
        $"It was open too long, or another site sent it. Nothing was changed. Open the page again and repeat it there.")
    {
        Next = new NavigationLink("/manage", $"Go to the requests"),
    };

    /// <summary>An auditor wants to change something.</summary>
    public static Problem ReadOnly { get; } = new(
        StatusCodes.Status403Forbidden,
        "read-only",
        $"Auditors change nothing",
        $"You came in with the auditor's key. It opens everything for reading; only an admin can do this.")
    {
        Next = new NavigationLink("/manage", $"Go to the requests"),
    };

    /// <summary>Somebody is guessing.</summary>
    public static IResult TooMany(HttpContext http, TimeSpan wait)
    {
        var seconds = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        return new Problem(
            StatusCodes.Status429TooManyRequests,
            "too-many-tries",
            $"Too many wrong keys",
            $"Wait {seconds} seconds, then try again. The key is in the configuration of this installation, at Admin:Key.")
        {
            Next = new NavigationLink("/manage/sign-in", $"Sign in"),
        }.ToResult(http);
    }

    /// <summary>There is no such thing, or no longer.</summary>
    /// <param name="what">What was looked for, such as "request GAI-0000-0000".</param>
    /// <param name="next">Where to go on.</param>
    public static Problem Missing(string what, NavigationLink next) => new(
        StatusCodes.Status404NotFound,
        "not-found",
        $"There is no {what}",
        $"The address may be mistyped, or somebody else has dealt with it meanwhile.")
    {
        Next = next,
    };
}
