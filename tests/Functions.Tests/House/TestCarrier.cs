using System.Globalization;
using Core.Tests.Approval;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Functions.Tests.House;

/// <summary>Answers effects as the real carrier does, with a policy and a directory of three lines; remembers all it did.</summary>
internal sealed class TestCarrier(ApprovalDesk desk, CommandLog log, Tier tier, TimeProvider clock) : IEffectCarrier
{
    /// <summary>What left the house, in order; the receiver recognises a repetition by its key.</summary>
    public List<KeyedEffect> Sent { get; } = [];

    /// <summary>Which effects cannot be carried out at the moment.</summary>
    public Func<Effect, bool> IsBroken { get; set; } = _ => false;

    /// <summary>What is sent without anybody noting it: the worker dies in between.</summary>
    public Func<Effect, bool> DiesAfterSending { get; set; } = _ => false;

    public async Task CarryAsync(RequestId id, KeyedEffect effect, CancellationToken cancellationToken)
    {
        if (IsBroken(effect.Effect))
            throw new IOException("ada@studio.example does not answer.");

        Sent.Add(effect);
        if (DiesAfterSending(effect.Effect))
            throw new IOException("The worker died.");

        var stamp = new Stamp(effect.Key.Value, clock.GetUtcNow(), Actor.System);
        await log.HandleAsync(desk, id, effect.Effect switch
        {
            Effect.Classify e => new Command.RecordAssessment(stamp, effect.Key, e.Revision, Sample.Assessment(tier)),
            Effect.FindPeople e => new Command.RecordPeople(stamp, effect.Key, e.Stage,
                [Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Bob, Sample.Dan)]),
            Effect.IssueRecord => new Command.RecordDelivery(stamp, effect.Key, new Delivery(Delivery.RecordChannel, "sha", null)),
            _ => new Command.RecordDelivery(stamp, effect.Key, new Delivery("mail", "id", null)),
        });
    }

    public Task GiveUpAsync(RequestId id, KeyedEffect effect, string reason, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var stamp = new Stamp(string.Create(CultureInfo.InvariantCulture, $"{effect.Key}/failed/{at.UtcTicks}"), at, Actor.System);
        return log.HandleAsync(desk, id, new Command.RecordDelivery(stamp, effect.Key, new Delivery("none", null, reason)));
    }
}

/// <summary>Every command that reached the desk, by its id; wakes are told from their events.</summary>
internal sealed class CommandLog
{
    private readonly Dictionary<string, Command> _commands = [];

    public async Task<DeskAnswer> HandleAsync(ApprovalDesk desk, RequestId id, Command command)
    {
        _commands.TryAdd(command.Stamp.CommandId, command);
        return await desk.HandleAsync(id, command, CancellationToken.None);
    }

    /// <summary>The command that an event came from.</summary>
    public Command Of(Happened happened) =>
        _commands.TryGetValue(happened.CommandId, out var command) ? command
        : happened.CommandId.StartsWith("wake/", StringComparison.Ordinal) ? new Command.Wake(new Stamp(happened.CommandId, happened.At, happened.By))
        : throw new InvalidOperationException($"Nobody sent {happened.CommandId}.");
}
