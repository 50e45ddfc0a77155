using System.Collections.Concurrent;
using Workflow.Core.Ports;

namespace Adapters.Tests.Graph;

/// <summary>A log that can fail, as when the process dies before it is written.</summary>
internal sealed class MemoryMailLog : IMailLog
{
    private readonly ConcurrentDictionary<string, SentMail> _mails = [];

    /// <summary>Whether what is to be noted gets lost.</summary>
    public Predicate<SentMail> Loses { get; set; } = _ => false;

    public SentMail? this[string messageId] => _mails.GetValueOrDefault(messageId);

    public Task<SentMail?> FindAsync(string messageId, CancellationToken cancellationToken) => Task.FromResult(this[messageId]);

    public Task NoteAsync(SentMail mail, CancellationToken cancellationToken)
    {
        if (Loses(mail))
            throw new IOException("The process died.");
        _mails[mail.MessageId] = mail;
        return Task.CompletedTask;
    }
}
