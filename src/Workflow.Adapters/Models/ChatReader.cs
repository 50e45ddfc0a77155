using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Models;

/// <summary>Has a chat model read declarations.</summary>
internal sealed partial class ChatReader(IChatClient client, IOptions<ModelOptions> options, TimeProvider clock, ILogger<ChatReader> log) : ISecondReader
{
    /// <inheritdoc />
    public string Host { get; } = options.Value.Endpoint!.Host.ToLowerInvariant();

    /// <inheritdoc />
    public async Task<Reading> ReadAsync(SecondQuestion question, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var response = await client.GetResponseAsync(Prompt.Of(question), Prompt.Options, either.Token);
            if (ModelAnswer.Read(response.Text) is { } claims)
            {
                return new Reading(Stamp(ModelOutcome.Answered), claims);
            }

            LogUnusable(response.FinishReason?.Value ?? "unknown", response.Text.Length);
            return new Reading(Stamp(ModelOutcome.Unusable), []);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the way in which a model fails: it is a model less, and no reason to judge nothing.
            LogUnanswered(failure.GetType().Name, late.IsCancellationRequested);
            return new Reading(Stamp(ModelOutcome.Unanswered), []);
        }
    }

    private ModelStamp Stamp(ModelOutcome outcome) => new(options.Value.Name!, Host, Prompt.Version, outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model did not answer ({Failure}, too late: {Late}). The rules alone judge.")]
    private partial void LogUnanswered(string failure, bool late);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model's answer has not the form that was asked for (ended by {FinishReason}, {Length} characters). The rules alone judge.")]
    private partial void LogUnusable(string finishReason, int length);
}
