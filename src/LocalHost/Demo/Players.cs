using AngleSharp.Html.Dom;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>Plays everybody who gets a mail: opens the link in it and does in the browser what the script says.</summary>
internal sealed class Players : IDisposable
{
    private readonly Mailboxes _mailboxes;
    private readonly IReadOnlyDictionary<RequestId, Part> _parts;
    private readonly Visitor _visitor;
    private readonly Codes _codes;
    private readonly Papers _papers;
    private readonly HashSet<RequestId> _asked = [];
    private readonly HashSet<RequestId> _withdrawn = [];

    /// <summary>Plays them.</summary>
    /// <param name="mailboxes">Where they read their mails.</param>
    /// <param name="parts">What they do, by request.</param>
    /// <param name="consents">The folder of the documents that show consents.</param>
    /// <param name="handler">The way to the pages.</param>
    public Players(Mailboxes mailboxes, IReadOnlyDictionary<RequestId, Part> parts, string consents, HttpMessageHandler handler)
    {
        (_mailboxes, _parts, _visitor) = (mailboxes, parts, new Visitor(handler));
        _codes = new Codes(_visitor, mailboxes);
        _papers = new Papers(_visitor, _codes, consents);
    }

    /// <summary>Reads every new mail and acts on it; false when there was none.</summary>
    public async Task<bool> ActAsync(CancellationToken cancellationToken)
    {
        var mails = await _mailboxes.NewAsync(cancellationToken);
        foreach (var mail in mails)
        {
            if (mail.Link is not { } link || !_parts.TryGetValue(mail.Request, out var part))
            {
                continue;
            }

            switch (link.AbsolutePath)
            {
                case "/review" when part.Decision is not null:
                    await DecideAsync(mail, await _visitor.OpenAsync(link, cancellationToken), part, cancellationToken);
                    break;
                case "/review/consents":
                    var documents = await _visitor.OpenAsync(link, cancellationToken);
                    await DecideAsync(mail, await _visitor.FollowAsync(documents, "/review?", cancellationToken), part, cancellationToken);
                    break;
                case "/request":
                    await SubmitterAsync(mail, await _visitor.OpenAsync(link, cancellationToken), part, cancellationToken);
                    break;
            }
        }

        return mails.Count > 0;
    }

    public void Dispose() => _visitor.Dispose();

    private async Task DecideAsync(ReadMail mail, (Uri Address, IHtmlDocument Page) page, Part part, CancellationToken cancellationToken)
    {
        var isComplete = await _papers.CheckAsync(page, mail, part, cancellationToken);
        if (page.Page.QuerySelector("#decision-form") is null)
        {
            // Settled, or waiting for the submitter: a person would close the page again.
            return;
        }

        if (part.Question is { } question && _asked.Add(mail.Request))
        {
            await SayAsync(new() { ["decision"] = "ask-for-information", ["question"] = question });
        }
        else if (isComplete || part.Decision == Script.Reject)
        {
            await SayAsync(new()
            {
                ["decision"] = part.Decision!,
                [part.Decision == Script.Conditions ? "conditions" : "comment"] = part.Words,
            });
        }

        Task SayAsync(Dictionary<string, string> fields) => _codes.SendAsync(page, "/review", fields, mail.To, cancellationToken);
    }

    private async Task SubmitterAsync(ReadMail mail, (Uri Address, IHtmlDocument Page) page, Part part, CancellationToken cancellationToken)
    {
        if (part.Withdrawal is { } reason && _withdrawn.Add(mail.Request))
        {
            var form = await _visitor.FollowAsync(page, "/request/withdraw", cancellationToken);
            await _visitor.SendAsync(form, "/request/withdraw", new Dictionary<string, string> { ["reason"] = reason }, cancellationToken);
            return;
        }

        await _papers.ShowAsync(page, mail.Request, part, cancellationToken);
        if (page.Page.QuerySelector("a[href^='/request/information']") is not null
            && (part.Completion ?? Answer(part.Answer)) is { } fields)
        {
            var form = await _visitor.FollowAsync(page, "/request/information", cancellationToken);
            await _visitor.SendAsync(form, "/request/information", fields, cancellationToken);
        }
    }

    private static Dictionary<string, string>? Answer(string? text) =>
        text is null ? null : new Dictionary<string, string> { ["answer"] = text };
}
