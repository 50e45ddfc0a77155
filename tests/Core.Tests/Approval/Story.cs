using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>
/// A request played command by command through the decider, as the desk would: time moves only when told, and the
/// effects in flight are those not answered yet.
/// </summary>
internal sealed partial class Story
{
    private int _commands;

    public DateTimeOffset Now { get; private set; } = Sample.Monday;

    public RequestState? State { get; private set; }

    public List<Happened> Events { get; } = [];

    public Dictionary<EffectKey, KeyedEffect> InFlight { get; } = [];

    public List<KeyedEffect> EffectsSoFar { get; } = [];

    public Verdict Last { get; private set; } = new Verdict.Accepted([]);

    public Refusal? Refusal => (Last as Verdict.Refused)?.Refusal;

    /// <summary>Why the last command was refused; null when it was not.</summary>
    public RefusalCode? Refused => Refusal?.Code;

    /// <summary>What the last command changed.</summary>
    public IReadOnlyList<Event> Changes => (Last as Verdict.Accepted)?.Events ?? [];

    /// <summary>What is to be done because of the last command.</summary>
    public IReadOnlyList<Effect> Caused { get; private set; } = [];

    /// <summary>How it ended.</summary>
    public OutcomeKind? Outcome => State!.Outcome?.Kind;

    public static Story Submitted(Declaration? declaration = null) => new Story().Do(s => new Command.Submit(
        s.By(Sample.Submitting), Sample.Id, Sample.Submission(declaration), Clock.Start(Sample.Office, s.Now, TimeSpan.FromHours(24), [0.5])));

    public static Story Assessed(Tier tier, Assessment? assessment = null, Declaration? declaration = null) =>
        Submitted(declaration).Assess(assessment ?? Sample.Assessment(tier));

    /// <summary>Written: Ada for creative (deputy Cleo), Bob for legal (deputy Dan). Else Ada alone, deputy Cleo.</summary>
    public static Story Asked(Tier tier, Assessment? assessment = null, Declaration? declaration = null) =>
        Assessed(tier, assessment, declaration)
            .Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Bob, Sample.Dan));

    public Stamp By(Actor actor, string? commandId = null) => new(commandId ?? $"c{++_commands}", Now, actor);

    public Story Do(Func<Story, Command> command) => Do(command(this));

    public Story Do(Command command)
    {
        var before = EffectsSoFar.Count;
        Caused = [];
        Last = Decider.Decide(State, command);
        if (Last is not Verdict.Accepted accepted)
        {
            return this;
        }

        foreach (var e in accepted.Events)
        {
            var happened = new Happened((State?.Version ?? 0) + 1, command.Stamp.At, command.Stamp.By, command.Stamp.CommandId, e);
            State = Evolution.Evolve(State, happened);
            Events.Add(happened);
            foreach (var effect in Effects.Of(State, happened))
            {
                InFlight.Add(effect.Key, effect);
                EffectsSoFar.Add(effect);
            }
        }

        if (command.Answers is { } key)
        {
            InFlight.Remove(key);
        }

        Caused = [.. EffectsSoFar.Skip(before).Select(e => e.Effect)];
        return this;
    }

    public Story Assess(Assessment assessment) => Do(s =>
    {
        var effect = s.InFlight.Values.First(e => e.Effect is Effect.Classify);
        return new Command.RecordAssessment(s.By(Actor.System, effect.Key.Value), effect.Key, ((Effect.Classify)effect.Effect).Revision, assessment);
    });

    public Story Staff(params IReadOnlyList<Staffing> staffing) => Do(s =>
    {
        var effect = s.InFlight.Values.First(e => e.Effect is Effect.FindPeople);
        return new Command.RecordPeople(s.By(Actor.System, effect.Key.Value), effect.Key, ((Effect.FindPeople)effect.Effect).Stage, staffing);
    });

    public Story Wake() => Do(s => new Command.Wake(s.By(Actor.System)));

    public Story WaitUntil(DateTimeOffset instant)
    {
        Now = instant;
        return this;
    }

    public Story Wait(TimeSpan time) => WaitUntil(Now + time);

    /// <summary>Waits for the next due instant and wakes, so many times, or until there is none.</summary>
    public Story Ring(int times = 1)
    {
        for (var i = 0; i < times && DueTimes.Next(State!) is { } due; i++)
        {
            Now = due > Now ? due : Now;
            Wake();
        }

        return this;
    }
}
