using MimeKit;
using Workflow.Core.Intake;

namespace Adapters.Tests.Graph;

/// <summary>An intake that notes what it was given: a mail that it knows by its Message-ID leads to the same request.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly List<string> _taken = [];

    /// <summary>What cannot be taken in at the moment, by subject.</summary>
    public HashSet<string> Fails { get; } = [];

    /// <summary>Happens while a mail is being taken in.</summary>
    public Action<string> Meanwhile { get; set; } = _ => { };

    /// <summary>Message-IDs in the order in which they were taken, with repetitions.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_lock)
                return [.. _taken];
        }
    }

    public async Task<MailIntakeResult> TakeAsync(Stream raw, CancellationToken cancellationToken)
    {
        using var message = await MimeMessage.LoadAsync(raw, cancellationToken);
        if (Fails.Contains(message.Subject!))
            throw new IOException("The store is away.");
        lock (_lock)
            _taken.Add(message.MessageId!);
        Meanwhile(message.Subject!);
        return message.Subject switch
        {
            "strange" => new MailIntakeResult.Quarantined("Its sender is not proven."),
            "bounce" => new MailIntakeResult.Refused("It is nothing.", "Write again."),
            _ => new MailIntakeResult.Noted("Taken."),
        };
    }
}
