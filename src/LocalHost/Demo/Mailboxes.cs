using System.Text.RegularExpressions;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>A mail that somebody in the demo reads: what it is about and the link in it.</summary>
internal sealed record ReadMail(string To, string Subject, RequestId Request, Uri? Link, string Text);

/// <summary>The mailboxes of everybody in the demo: the outbox folder, each mail read once.</summary>
internal sealed partial class Mailboxes(IDevMailbox mailbox)
{
    private readonly HashSet<string> _read = [];

    /// <summary>The mails that came since the last look, oldest first.</summary>
    public async Task<IReadOnlyList<ReadMail>> NewAsync(CancellationToken cancellationToken)
    {
        var mails = new List<ReadMail>();
        foreach (var head in (await mailbox.ListAsync(cancellationToken)).Reverse().Where(h => _read.Add(h.Id)))
        {
            var mail = await mailbox.ReadAsync(head.Id, cancellationToken);
            if (mail is not null && RequestId.TryParse(IdPattern.Match(head.Subject).Value, null, out var id))
            {
                var link = LinkPattern.Match(mail.Text);
                mails.Add(new ReadMail(head.To, head.Subject, id, link.Success ? new Uri(link.Value) : null, mail.Text));
            }
        }

        return mails;
    }

    [GeneratedRegex("GAI-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex IdPattern { get; }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex LinkPattern { get; }
}
