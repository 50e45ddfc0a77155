using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Tests.Loops;

/// <summary>The outside: writes down what it was asked to do, and answers as the test wants.</summary>
internal sealed class RecordingCarrier(LoopFixture loops) : IEffectCarrier
{
    private readonly Lock _lock = new();
    private readonly List<(RequestId Id, Effect Effect)> _carried = [];
    private readonly List<(EffectKey Key, string Reason)> _givenUp = [];

    /// <summary>What happens in an attempt; nothing unless a test says so.</summary>
    public Func<RequestId, Effect, CancellationToken, Task> OnCarry { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Whether the stream takes no answer, so that what is carried stays in the outbox.</summary>
    public bool AnswersAreRefused { get; set; }

    /// <summary>What happens on giving up.</summary>
    public Func<Task> OnGiveUp { get; set; } = () => Task.CompletedTask;

    /// <summary>Every attempt, in the order in which they began.</summary>
    public IReadOnlyList<(RequestId Id, Effect Effect)> Attempts
    {
        get
        {
            lock (_lock)
            {
                return [.. _carried];
            }
        }
    }

    public IReadOnlyList<(EffectKey Key, string Reason)> GivenUp
    {
        get
        {
            lock (_lock)
            {
                return [.. _givenUp];
            }
        }
    }

    public async Task CarryAsync(RequestId id, KeyedEffect effect, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _carried.Add((id, effect.Effect));
        }

        await OnCarry(id, effect.Effect, cancellationToken);
        if (!AnswersAreRefused)
            await loops.CompleteAsync(id, effect.Key);
    }

    public async Task GiveUpAsync(RequestId id, KeyedEffect effect, string reason, CancellationToken cancellationToken)
    {
        await OnGiveUp();
        lock (_lock)
        {
            _givenUp.Add((effect.Key, reason));
        }
    }
}
