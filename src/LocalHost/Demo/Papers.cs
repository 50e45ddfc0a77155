using AngleSharp.Html.Dom;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>The consents of the demo: submitters show them, and whoever checks them accepts or refuses each.</summary>
/// <param name="visitor">The browser.</param>
/// <param name="codes">Asks for one-time codes where a page wants one.</param>
/// <param name="folder">Where the documents lie.</param>
internal sealed class Papers(Visitor visitor, Codes codes, string folder)
{
    private readonly Dictionary<RequestId, int> _shown = [];
    private readonly HashSet<(RequestId Request, string File)> _refused = [];

    /// <summary>On the page of their request, the submitter attaches the next document: the first one, or another in place of one refused.</summary>
    public async Task ShowAsync((Uri Address, IHtmlDocument Page) request, RequestId id, Part part, CancellationToken cancellationToken)
    {
        var next = _shown.GetValueOrDefault(id);
        var isWanted = request.Page.QuerySelector("a[href^='/request/consent']") is not null
            && next < part.Consents.Count
            && (next == 0 || _refused.Contains((id, part.Consents[next - 1].File)));
        if (!isWanted)
        {
            return;
        }

        _shown[id] = next + 1;
        var paper = part.Consents[next];
        var form = await visitor.FollowAsync(request, "/request/consent", cancellationToken);
        await visitor.SendAsync(
            form,
            "/request/consent",
            [
                new("person", paper.Person),
                new("kind", "creation"),
                new("kind", "use"),
                new("scope", paper.Scope),
                new("signedBy", paper.Person),
                new("from", paper.From),
                new("until", paper.Until ?? ""),
            ],
            cancellationToken,
            Path.Combine(folder, paper.File));
    }

    /// <summary>Whoever may check consents goes from the page where they decide to the documents, and says of each new one what they think.</summary>
    /// <returns>Whether nothing is missing any more; true as well for everybody who checks none.</returns>
    public async Task<bool> CheckAsync((Uri Address, IHtmlDocument Page) review, ReadMail mail, Part part, CancellationToken cancellationToken)
    {
        if (review.Page.QuerySelector("a[href^='/review/consents']") is null)
        {
            return true;
        }

        var page = await visitor.FollowAsync(review, "/review/consents", cancellationToken);
        if (Said(page.Page, mail.Request, part) is { Count: > 0 } said)
        {
            page = await codes.SendAsync(page, "/review/consents", said, mail.To, cancellationToken);
        }

        return page.Page.QuerySelector(".panel.good") is not null;
    }

    // Of each document that nobody has checked yet.
    private List<KeyValuePair<string, string>> Said(IHtmlDocument page, RequestId id, Part part)
    {
        var said = new List<KeyValuePair<string, string>>();
        foreach (var document in page.QuerySelectorAll("form section.panel").Where(s => s.QuerySelector(".status.waiting") is not null))
        {
            var file = document.QuerySelector("a[href^='/review/file']")!.TextContent;
            var refusal = part.Consents.Single(c => c.File == file).Refusal;
            if (refusal is not null)
            {
                _refused.Add((id, file));
            }

            said.Add(new(document.QuerySelector("input[type=radio]")!.GetAttribute("name")!, refusal is null ? "accept" : "refuse"));
            said.Add(new(document.QuerySelector("textarea")!.GetAttribute("name")!, refusal ?? ""));
        }

        return said;
    }
}
