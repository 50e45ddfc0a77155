using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Workflow.Web.Following;

/// <summary>Where a request stands, for its submitter.</summary>
public sealed class StatusPages(RequestAccess access, Readers readers, ApprovalDesk desk, TimeProvider clock)
{
    /// <summary><c>GET /request?t=</c></summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var (own, closed) = await access.OpenAsync(http);
        if (own is null)
        {
            return closed!;
        }

        var history = await desk.HistoryAsync(own.Request.Id, http.RequestAborted)
            ?? throw new InvalidOperationException($"Request {own.Request.Id} was there a moment ago.");
        var status = new RequestStatusView(
            own with { Request = history.Request },
            Timeline.Of(history),
            Versions.Of(history),
            clock.GetUtcNow(),
            Thanks(http.Request.Query["done"]));
        return Page.Html(Slices.Following.StatusPage.Create(status), language: readers.Submitter(history.Request));
    }

    private static Text? Thanks(string? done) => done switch
    {
        "answered" => $"Thank you, your answer is here. The request goes on.",
        "withdrawn" => $"The request is withdrawn.",
        "attached" => $"Thank you, the document is here. Whoever checks consents looks at it.",
        "amended" => $"Thank you, the new version is here and goes round.",
        "renewed" => $"Thank you, the renewal is asked for.",
        "noted" => $"Thank you, the note is kept with the request.",
        "met" => $"Thank you, the condition is noted as met.",
        _ => null,
    };
}

/// <summary>What the status page shows.</summary>
/// <param name="Own">The request.</param>
/// <param name="Milestones">What happened.</param>
/// <param name="Versions">The versions that went round, oldest first.</param>
/// <param name="Now">UTC.</param>
/// <param name="Thanks">What the submitter has just done; null when they only came to look.</param>
public sealed record RequestStatusView(
    OwnRequest Own, IReadOnlyList<Milestone> Milestones, IReadOnlyList<UseVersion> Versions, DateTimeOffset Now, Text? Thanks)
{
    /// <summary>The consents that the policy still wants, as long as one would serve anything.</summary>
    public IReadOnlyList<MissingConsent> MissingConsents => Own.CanAttachConsent ? ConsentRules.Missing(Own.Request, Now) : [];

    /// <summary>IANA name of the zone in which times are shown: the studio's office, once a policy has named it.</summary>
    public string Zone => Own.Request.Assessment?.Route.Terms.Office.TimeZone ?? "UTC";
}
