using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>Keeps the effects until they are done: tries, waits longer each time, gives up, and lets an admin begin anew.</summary>
internal sealed class Courier(World world)
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(3);

    private readonly Dice _dice = world.DiceOf("courier");
    private readonly Dictionary<RequestId, List<Parcel>> _waiting = [];

    /// <summary>Every effect ever caused, in order.</summary>
    public List<KeyedEffect> Caused { get; } = [];

    /// <summary>The keys of those that are done.</summary>
    public HashSet<EffectKey> Done { get; } = [];

    /// <summary>Attempts in vain.</summary>
    public int Failures { get; private set; }

    /// <summary>How often an effect was given up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>The keys of those that nobody tries any more.</summary>
    public IEnumerable<EffectKey> Dead => _waiting.Values.SelectMany(p => p).Where(p => p.IsDead).Select(p => p.Effect.Key);

    /// <summary>The keys of those still to be tried.</summary>
    public IEnumerable<EffectKey> Alive => _waiting.Values.SelectMany(p => p).Where(p => !p.IsDead).Select(p => p.Effect.Key);

    public void Take(Append append)
    {
        if (!_waiting.TryGetValue(append.Id, out var waiting))
        {
            waiting = _waiting[append.Id] = [];
        }

        if (append.Completes is { } done)
        {
            Done.Add(done);
            waiting.RemoveAll(p => p.Effect.Key == done);
        }

        foreach (var effect in append.Effects)
        {
            Caused.Add(effect);
            var parcel = new Parcel(append.Id, effect) { NextAt = Lane(append.Id, effect).Select(p => p.NextAt).Append(world.Now).Max() };
            waiting.Add(parcel);
            Schedule(parcel);
        }
    }

    /// <summary>An admin had it tried again, if it is dead.</summary>
    public void Revive(RequestId id, EffectKey key)
    {
        if (_waiting[id].Find(p => p.IsDead && p.Effect.Key == key) is { } parcel)
        {
            (parcel.IsDead, parcel.Attempts, parcel.NextAt) = (false, 0, world.Now);
            Schedule(parcel);
        }
    }

    private void Schedule(Parcel parcel) => world.Agenda.At(parcel.NextAt + UnderWay, () => ServeAsync(parcel));

    private async Task ServeAsync(Parcel parcel)
    {
        if (parcel.IsDead || !_waiting[parcel.Request].Contains(parcel))
        {
            return;
        }

        if (parcel.NextAt > world.Now)
        {
            Schedule(parcel);
            return;
        }

        try
        {
            await world.Carrier.CarryAsync(parcel.Request, parcel.Effect, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            await FailedAsync(parcel, e.Message);
        }
    }

    private async Task FailedAsync(Parcel parcel, string reason)
    {
        Failures++;
        parcel.Attempts++;
        if (parcel.Attempts >= MostAttempts)
        {
            GivenUp++;
            parcel.IsDead = true;
            await world.Carrier.GiveUpAsync(parcel.Request, parcel.Effect, reason, CancellationToken.None);
            return;
        }

        var delay = FirstDelay * Math.Pow(2, parcel.Attempts);
        var until = world.Now + ((delay < LongestDelay ? delay : LongestDelay) * (0.5 + (_dice.Unit() / 2)));
        foreach (var behind in Lane(parcel.Request, parcel.Effect).SkipWhile(p => p != parcel).Where(p => p.NextAt < until))
        {
            behind.NextAt = until;
        }

        Schedule(parcel);
    }

    // What must not overtake each other: see EffectLane.
    private IEnumerable<Parcel> Lane(RequestId id, KeyedEffect effect) =>
        _waiting[id].Where(p => !p.IsDead && EffectLane.Of(p.Effect.Effect) == EffectLane.Of(effect.Effect));

    private sealed class Parcel(RequestId request, KeyedEffect effect)
    {
        public RequestId Request => request;

        public KeyedEffect Effect => effect;

        public int Attempts { get; set; }

        public DateTimeOffset NextAt { get; set; }

        public bool IsDead { get; set; }
    }
}
