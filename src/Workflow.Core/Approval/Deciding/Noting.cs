using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>Somebody concerned adds a note, at any time, or says that an obligation is met.</summary>
internal static class Noting
{
    private const int Most = 500;

    public static Verdict Decide(RequestState state, Command.AddNote command)
    {
        if (!IsConcerned(state, command.Stamp.By))
        {
            return Verdict.No(RefusalCode.NotYours, $"Only the submitter, whoever was asked, and admins add notes.");
        }

        if (state.Notes.Count >= Most)
        {
            return Verdict.No(RefusalCode.TooLong, $"At most {Most} notes can be kept for one request.");
        }

        return Wanting.Reason(command.Text) ?? Unmeetable(state, command) ?? Verdict.Yes(new Event.NoteAdded(command.Text, command.Meets, command.Original));
    }

    private static bool IsConcerned(RequestState state, Actor by) => by.Kind switch
    {
        ActorKind.Admin => true,
        ActorKind.Approver => state.Asks.Any(a => a.Person.Id == by.Id),
        _ => Submitters.Foreign(state, by) is null,
    };

    private static Verdict? Unmeetable(RequestState state, Command.AddNote command)
    {
        if (command.Meets is not { } number)
        {
            return null;
        }

        if (command.Stamp.By.Kind == ActorKind.Admin)
        {
            return Verdict.No(RefusalCode.NotYours, $"Whether a condition is met is for the submitter or an approver to say.");
        }

        return state.Approval?.Obligations.ElementAtOrDefault(number - 1) switch
        {
            null => Verdict.No(RefusalCode.NoApproval, $"There is no condition {number}."),
            { MetAt: not null } => Verdict.No(RefusalCode.NotNow, $"Condition {number} was met already."),
            _ => null,
        };
    }
}
