namespace Workflow.Adapters.Graph.Mail;

/// <summary>The mails that one look at the changes of the inbox has found, and where the next look goes on once all are dealt with.</summary>
internal sealed class DeltaRound(string link, IEnumerable<string> mails)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _open = [.. mails];

    /// <summary>Where the next look goes on.</summary>
    public string Link { get; } = link;

    /// <summary>Whether nothing is left to deal with.</summary>
    public bool IsOver
    {
        get
        {
            lock (_lock)
                return _open.Count == 0;
        }
    }

    /// <summary>Notes that a mail was dealt with; true when it was the last one.</summary>
    public bool Finish(string mail)
    {
        lock (_lock)
            return _open.Remove(mail) && _open.Count == 0;
    }
}
