using Microsoft.Extensions.Options;
using Workflow.Core.Approval;

namespace LocalHost.Loops;

/// <summary>One circuit for each family of effects: those that need the same thing outside.</summary>
internal sealed class Circuits(IOptions<CourierOptions> options, TimeProvider clock)
{
    private readonly Circuit _classifier = New(options.Value, clock);
    private readonly Circuit _directory = New(options.Value, clock);
    private readonly Circuit _messages = New(options.Value, clock);
    private readonly Circuit _cards = New(options.Value, clock);
    private readonly Circuit _records = New(options.Value, clock);

    public Circuit Of(Effect effect) => effect switch
    {
        Effect.Classify => _classifier,
        Effect.FindPeople => _directory,
        Effect.UpdateCards => _cards,
        Effect.IssueRecord => _records,

        // What is not the process's own work is said to somebody, as it is for the carrier.
        _ => _messages,
    };

    private static Circuit New(CourierOptions options, TimeProvider clock) =>
        new(options.CircuitThreshold, options.CircuitPause, clock);
}
