using System.Collections.Concurrent;
using Workflow.Core.Ports;

namespace Web.Tests.House;

internal sealed class MemoryMailLog : IMailLog
{
    public ConcurrentDictionary<string, SentMail> Mails { get; } = [];

    public Task<SentMail?> FindAsync(string messageId, CancellationToken cancellationToken) =>
        Task.FromResult(Mails.GetValueOrDefault(messageId));

    public Task NoteAsync(SentMail mail, CancellationToken cancellationToken)
    {
        Mails[mail.MessageId] = mail;
        return Task.CompletedTask;
    }
}
