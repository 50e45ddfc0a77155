using Workflow.Core.Requests;

namespace Workflow.Core.Approval.Deciding;

/// <summary>The submitter answers a question, or fills in what a mail left out. New facts are judged before anything else.</summary>
internal static class Informing
{
    public static Verdict Decide(RequestState state, Command.ProvideInformation command)
    {
        if (Submitters.Refusal(state, command.Stamp.By) is { } refused)
        {
            return refused;
        }

        if (state.Question is not { } question)
        {
            return Verdict.No(RefusalCode.NotNow, $"Nobody is waiting for an answer to this request at the moment.");
        }

        var stillMissing = (command.Declaration ?? state.Declaration).Missing();
        var isAskedAgain = stillMissing.Count > 0 && command.MayLeaveGaps && question.Text is null;
        if (stillMissing.Count > 0 && !isAskedAgain)
        {
            return Verdict.No(RefusalCode.Incomplete, $"Still missing: {string.Join(", ", stillMissing)}.");
        }

        if (question.Text is not null && string.IsNullOrWhiteSpace(command.Text))
        {
            return Verdict.No(RefusalCode.CommentNeeded, $"Please answer the question in words.");
        }

        if (command.Text.Length > DeclarationLimits.Text)
        {
            return Verdict.No(RefusalCode.TooLong, $"Please keep the answer under {DeclarationLimits.Text} characters, or attach a file.");
        }

        var provided = new Event.InformationProvided(command.Text, command.Declaration, command.Attachments);

        // Half an answer buys no time: the same clock runs on.
        return isAskedAgain ? Verdict.Yes(provided, new Event.CompletionRequested(stillMissing, question.Clock)) : Verdict.Yes(provided);
    }
}
