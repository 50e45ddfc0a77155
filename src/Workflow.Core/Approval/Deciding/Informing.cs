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
        if (stillMissing.Count > 0)
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

        return Verdict.Yes(new Event.InformationProvided(command.Text, command.Declaration, command.Attachments));
    }
}
