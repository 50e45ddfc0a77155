using System.Text.RegularExpressions;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>Plays everybody who gets a mail: opens the link in it and does in the browser what the script says.</summary>
internal sealed partial class Players(Mailboxes mailboxes, IReadOnlyDictionary<RequestId, Part> parts, HttpMessageHandler handler) : IDisposable
{
    private readonly Visitor _visitor = new(handler);
    private readonly HashSet<RequestId> _asked = [];
    private readonly HashSet<RequestId> _withdrawn = [];

    /// <summary>Reads every new mail and acts on it; false when there was none.</summary>
    public async Task<bool> ActAsync(CancellationToken cancellationToken)
    {
        var mails = await mailboxes.NewAsync(cancellationToken);
        foreach (var mail in mails)
        {
            if (mail.Link is { } link && parts.TryGetValue(mail.Request, out var part))
            {
                await (link.AbsolutePath switch
                {
                    "/review" => DecideAsync(mail, link, part, cancellationToken),
                    "/request" => SubmitterAsync(mail, link, part, cancellationToken),
                    _ => Task.CompletedTask,
                });
            }
        }

        return mails.Count > 0;
    }

    public void Dispose() => _visitor.Dispose();

    private async Task DecideAsync(ReadMail mail, Uri link, Part part, CancellationToken cancellationToken)
    {
        var question = part.Question is not null && _asked.Add(mail.Request) ? part.Question : null;
        if (part.Decision is not { } decision)
        {
            return;
        }

        var page = await _visitor.OpenAsync(link, cancellationToken);
        if (page.Page.QuerySelector("#decision-form") is null)
        {
            // Settled, or waiting for the submitter: a person would close the page again.
            return;
        }

        var fields = new Dictionary<string, string>
        {
            ["decision"] = question is null ? decision : "ask-for-information",
            [question is not null ? "question" : decision == "approve-with-conditions" ? "conditions" : "comment"] = question ?? part.Words,
        };
        if (page.Page.QuerySelector("[name=code]") is not null)
        {
            page = await _visitor.SendAsync(page, "/review/code", fields, cancellationToken);
            fields["code"] = await CodeAsync(cancellationToken);
        }

        await _visitor.SendAsync(page, "/review", fields, cancellationToken);
    }

    private async Task<string> CodeAsync(CancellationToken cancellationToken)
    {
        var mails = await mailboxes.NewAsync(cancellationToken);
        var code = mails.Select(m => CodePattern.Match(m.Text)).LastOrDefault(m => m.Success);
        return code?.Value ?? throw new InvalidOperationException("No mail with a one-time code came.");
    }

    private async Task SubmitterAsync(ReadMail mail, Uri link, Part part, CancellationToken cancellationToken)
    {
        var page = await _visitor.OpenAsync(link, cancellationToken);
        if (part.Withdrawal is { } reason && _withdrawn.Add(mail.Request))
        {
            var form = await FollowAsync(page, "/request/withdraw", cancellationToken);
            await _visitor.SendAsync(form, "/request/withdraw", new Dictionary<string, string> { ["reason"] = reason }, cancellationToken);
        }
        else if (page.Page.QuerySelector("a[href^='/request/information']") is not null
            && (part.Completion ?? Answer(part.Answer)) is { } fields)
        {
            var form = await FollowAsync(page, "/request/information", cancellationToken);
            await _visitor.SendAsync(form, "/request/information", fields, cancellationToken);
        }
    }

    private static Dictionary<string, string>? Answer(string? text) =>
        text is null ? null : new Dictionary<string, string> { ["answer"] = text };

    private Task<(Uri, AngleSharp.Html.Dom.IHtmlDocument)> FollowAsync(
        (Uri Address, AngleSharp.Html.Dom.IHtmlDocument Page) from, string path, CancellationToken cancellationToken)
    {
        var link = from.Page.QuerySelector($"a[href^='{path}']")?.GetAttribute("href")
            ?? throw new InvalidOperationException($"The page \"{from.Page.Title}\" has no link to {path}.");
        return _visitor.OpenAsync(new Uri(from.Address, link), cancellationToken);
    }

    [GeneratedRegex(@"\b\d{6}\b|\b\d{3} \d{3}\b")]
    private static partial Regex CodePattern { get; }
}
