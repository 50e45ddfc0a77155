namespace Workflow.Core.Approval.Deciding;

/// <summary>Opening a request. The same submission again changes nothing; a mail with gaps waits for its submitter.</summary>
internal static class Submitting
{
    public static Verdict Decide(RequestState? state, Command.Submit submit)
    {
        if (state is not null)
        {
            return Again(state, submit);
        }

        var opened = new Event.RequestSubmitted(submit.Id, submit.Submission);
        var missing = submit.Submission.Declaration.Missing();
        return missing.Count == 0
            ? Verdict.Yes(opened)
            : Verdict.Yes(opened, new Event.CompletionRequested(missing, submit.Completion));
    }

    private static Verdict Again(RequestState state, Command.Submit submit)
    {
        if (state.Submission.IntakeKey != submit.Submission.IntakeKey)
        {
            return Verdict.No(RefusalCode.IdTaken, $"This id belongs to another request.");
        }

        return state.Submission.Fingerprint == submit.Submission.Fingerprint
            ? Verdict.NothingToDo
            : Verdict.No(
                RefusalCode.DifferentContent,
                $"This was sent before with another content, as {state.Id}. Send a changed declaration as a new one.");
    }
}
