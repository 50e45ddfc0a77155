using Workflow.Core.Approval.Deciding;
using Workflow.Core.People;

namespace Workflow.Core.Approval;

/// <summary>
/// The whole life of a request as one pure function: what a command changes, or why it changes nothing. Each command
/// has its rules in one file under <c>Deciding/</c>. The policy that holds is the one pinned in the assessment.
/// </summary>
public static class Decider
{
    /// <summary>Decides a command on a request; null is a request that does not exist yet.</summary>
    public static Verdict Decide(RequestState? state, Command command)
    {
        if (command is Command.Submit submit)
        {
            return Submitting.Decide(state, submit);
        }

        if (state is null)
        {
            return Verdict.No(RefusalCode.UnknownRequest, $"There is no request with this id. Check the id, or use the link you were sent.");
        }

        if (state.Commands.Contains(command.Stamp.CommandId))
        {
            return Verdict.NothingToDo;
        }

        return command switch
        {
            Command.RecordAssessment c => ByTheSystem(c) ?? Assessing.Decide(state, c),
            Command.RecordPeople c => ByTheSystem(c) ?? Filling.Decide(state, c),
            Command.RecordDelivery c => ByTheSystem(c) ?? Delivering.Decide(state, c),
            Command.NoteBounce c => ByTheSystem(c) ?? Bouncing.Decide(state, c),
            Command.RetryDelivery c => Delivering.Retry(state, c),
            Command.Wake c => ByTheSystem(c) ?? Waking.Decide(state, c),
            Command.Decide c => Judging.Decide(state, c),
            Command.ProvideInformation c => Informing.Decide(state, c),
            Command.Withdraw c => Withdrawing.Decide(state, c),
            Command.DelegateTo c => Delegating.Decide(state, c),
            Command.Recuse c => Recusing.Decide(state, c),
            Command.NoteAbsence c => ByTheSystem(c) ?? Absences.Decide(state, c),
            Command.NoteDeparture c => ByTheSystem(c) ?? Departing.Decide(state, c),
            Command.Reassign c => ByAnAdmin(c, c.Reason) ?? Reassigning.Decide(state, c),
            Command.Nudge c => ByAnAdmin(c, c.Reason) ?? Nudging.Decide(state, c),
            Command.Extend c => ByAnAdmin(c, c.Reason) ?? Extending.Decide(state, c),
            Command.Reassess c => ByAnAdmin(c, c.Reason) ?? Reassessing.Decide(state, c),
            Command.AttachConsent c => Consenting.Attach(state, c),
            Command.CheckConsent c => Consenting.Check(state, c),
            Command.Amend c => Amending.Decide(state, c),
            Command.Revoke c => Revoking.Decide(state, c),
            Command.AddNote c => Noting.Decide(state, c),
            _ => throw new InvalidOperationException($"The command {command.GetType().Name} is not known."),
        };
    }

    // What an admin does to a request is for others to understand later.
    private static Verdict? ByAnAdmin(Command command, string reason)
    {
        if (command.Stamp.By.Kind != ActorKind.Admin)
        {
            return Verdict.No(RefusalCode.NotYours, $"Only an admin can do this.");
        }

        return Wanting.Reason(reason);
    }

    private static Verdict? ByTheSystem(Command command) => command.Stamp.By.Kind == ActorKind.System
        ? null
        : Verdict.No(RefusalCode.NotYours, $"Only the process itself records this.");
}
