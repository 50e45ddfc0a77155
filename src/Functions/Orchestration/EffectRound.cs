using Microsoft.DurableTask;

namespace Functions.Orchestration;

/// <summary>
/// The part of the orchestrator that carries out what is due: lanes side by side, within a lane one after another.
/// Replayed code, as all of <see cref="ApprovalOrchestrator"/>.
/// </summary>
internal static class EffectRound
{
    /// <summary>Returns whether there was anything to do.</summary>
    public static async Task<bool> RunAsync(TaskOrchestrationContext context)
    {
        var tickets = await context.CallActivityAsync<EffectTicket[]>(
            nameof(EffectActivities.TakeEffects), context.InstanceId, Retries.OfStorage);
        await Task.WhenAll(tickets.GroupBy(ticket => ticket.Lane).Select(lane => CarryAsync(context, lane)));
        return tickets.Length > 0;
    }

    private static async Task CarryAsync(TaskOrchestrationContext context, IEnumerable<EffectTicket> lane)
    {
        foreach (var ticket in lane)
        {
            if (await TryAsync(context, ticket) is not { } failure)
                continue;

            await context.CallActivityAsync<bool>(
                nameof(EffectActivities.NoteFailure), new FailedEffect(ticket, failure), Retries.OfStorage);
            // What must not overtake it was put off with it.
            return;
        }
    }

    private static async Task<string?> TryAsync(TaskOrchestrationContext context, EffectTicket ticket)
    {
        try
        {
            var done = await context.CallActivityAsync<bool>(nameof(EffectActivities.CarryEffect), ticket, Retries.OfEffects);
            return done ? null : "the answer was refused";
        }
        catch (TaskFailedException e)
        {
            return e.FailureDetails.ErrorMessage;
        }
    }
}
