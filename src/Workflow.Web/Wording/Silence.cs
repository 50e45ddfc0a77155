using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Workflow.Web.Wording;

/// <summary>What happens when an asked person does not answer.</summary>
public static class Silence
{
    /// <summary>In a sentence or two, for an open ask of the current stage.</summary>
    public static string LeadsTo(RequestState request, Ask ask)
    {
        var stage = request.Assessment!.Route.Stages[ask.Stage];
        var end = stage.OnTimeout == OnTimeout.Acknowledge
            ? "it counts as acknowledged"
            : "the request expires, and nothing is approved";
        return Next(request, stage, ask) is { } next
            ? $"If you do not answer in time, {next.Person.Name} ({Capacity(next.Capacity)}) is asked as well; you can still answer. If nobody does, {end}."
            : $"If nobody answers in time, {end}.";
    }

    private static Candidate? Next(RequestState request, Stage stage, Ask ask)
    {
        var asked = request.Asks.Where(a => a.Stage == ask.Stage && a.Seat == ask.Seat).Select(a => a.Person.Id).ToHashSet();
        return request.Staffing.FirstOrDefault(s => s.Role == ask.Seat)?.Candidates
            .FirstOrDefault(c => stage.Escalation.Contains(c.Capacity) && !asked.Contains(c.Person.Id));
    }

    private static string Capacity(Capacity capacity) => capacity switch
    {
        Core.People.Capacity.Holder => "also responsible",
        Core.People.Capacity.Deputy => "deputy",
        Core.People.Capacity.Manager => "manager",
        _ => throw new ArgumentOutOfRangeException(nameof(capacity)),
    };
}
