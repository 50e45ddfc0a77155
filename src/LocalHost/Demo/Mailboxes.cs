using System.Text.RegularExpressions;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>A mail that somebody in the demo reads: what it is about and the link in it.</summary>
internal sealed record ReadMail(string To, string Subject, RequestId Request, Uri? Link, string Text);

/// <summary>The mailboxes of everybody in the demo: the outbox folder, each mail read once.</summary>
internal sealed partial class Mailboxes(IDevMailbox mailbox)
{
    private readonly HashSet<string> _fetched = [];
    private List<ReadMail> _unread = [];

    /// <summary>The mails that nobody has read, oldest first.</summary>
    public async Task<IReadOnlyList<ReadMail>> NewAsync(CancellationToken cancellationToken)
    {
        await FetchAsync(cancellationToken);
        var mails = _unread;
        _unread = [];
        return mails;
    }

    /// <summary>The newest mail of a certain kind that nobody has read; the others wait. Null when there is none.</summary>
    public async Task<ReadMail?> TakeAsync(Predicate<ReadMail> isWanted, CancellationToken cancellationToken)
    {
        await FetchAsync(cancellationToken);
        var mail = _unread.FindLast(isWanted);
        if (mail is not null)
        {
            _unread.Remove(mail);
        }

        return mail;
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        foreach (var head in (await mailbox.ListAsync(cancellationToken)).Reverse().Where(h => _fetched.Add(h.Id)))
        {
            var mail = await mailbox.ReadAsync(head.Id, cancellationToken);
            if (mail is not null && RequestId.TryParse(IdPattern.Match(head.Subject).Value, null, out var id))
            {
                var link = LinkPattern.Match(mail.Text);
                _unread.Add(new ReadMail(head.To, head.Subject, id, link.Success ? new Uri(link.Value) : null, mail.Text));
            }
        }
    }

    [GeneratedRegex("GAI-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex IdPattern { get; }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex LinkPattern { get; }
}
