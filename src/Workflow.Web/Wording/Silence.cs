using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What happens when an asked person does not answer.</summary>
public static class Silence
{
    /// <summary>In a sentence or two, for an open ask of the current stage.</summary>
    public static Text LeadsTo(RequestState request, Ask ask)
    {
        var stage = request.Assessment!.Route.Stages[ask.Stage];
        return (Next(request, stage, ask), stage.OnTimeout) switch
        {
            (null, OnTimeout.Acknowledge) => $"If nobody answers in time, it counts as acknowledged.",
            (null, _) => $"If nobody answers in time, the request expires, and nothing is approved.",
            ({ } next, OnTimeout.Acknowledge) => $"If you do not answer in time, {next.Person.Name} ({Capacity(next.Capacity)}) is asked as well; you can still answer. If nobody does, it counts as acknowledged.",
            ({ } next, _) => $"If you do not answer in time, {next.Person.Name} ({Capacity(next.Capacity)}) is asked as well; you can still answer. If nobody does, the request expires, and nothing is approved.",
        };
    }

    private static Candidate? Next(RequestState request, Stage stage, Ask ask)
    {
        var asked = request.Asks.Where(a => a.Amendment == ask.Amendment && a.Stage == ask.Stage && a.Seat == ask.Seat).Select(a => a.Person.Id).ToHashSet();
        return request.Staffing.FirstOrDefault(s => s.Role == ask.Seat)?.Candidates
            .FirstOrDefault(c => stage.Escalation.Contains(c.Capacity) && !asked.Contains(c.Person.Id));
    }

    private static Text Capacity(Capacity capacity) => capacity switch
    {
        Core.People.Capacity.Holder => $"also responsible",
        Core.People.Capacity.Deputy => $"deputy",
        Core.People.Capacity.Manager => $"manager",
        Core.People.Capacity.OtherRole => $"who holds another role",
        Core.People.Capacity.Delegate => $"in their place",
        Core.People.Capacity.Assigned => $"chosen by an admin",
        _ => throw new ArgumentOutOfRangeException(nameof(capacity)),
    };
}
