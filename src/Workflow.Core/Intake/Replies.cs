using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>
/// Joins a mail that answers one of ours to its request: as information while a question waits for its author, as a note
/// otherwise. It never decides, whatever it says.
/// </summary>
internal sealed class Replies(ApprovalDesk desk, IBlobs blobs, TimeProvider time)
{
    /// <summary>Joins it.</summary>
    /// <param name="request">The request that it belongs to.</param>
    /// <param name="by">Its author, who is of this request.</param>
    /// <param name="letter">The mail.</param>
    /// <param name="answers">What its labelled lines say; null when they cannot be right.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<MailIntakeResult> JoinAsync(
        RequestState request, Actor by, Letter letter, Declaration? answers, CancellationToken cancellationToken)
    {
        var words = Words(letter.Mail);
        if (words.Length == 0)
        {
            return new MailIntakeResult.Refused("The mail says nothing and brings nothing.", "Write your answer above the mail that you answer.");
        }

        var stamp = new Stamp(letter.CommandId, time.GetUtcNow(), by);
        if (request.Question is not null && by.Kind == ActorKind.Submitter)
        {
            var inform = await InformationAsync(stamp, request.Declaration, answers, letter, words, cancellationToken).ConfigureAwait(false);
            var answer = await desk.HandleAsync(request.Id, inform, cancellationToken).ConfigureAwait(false);

            // Somebody else may have answered meanwhile: then it is still worth reading.
            if (answer.Verdict is not Verdict.Refused { Refusal.Code: RefusalCode.NotNow or RefusalCode.Closed })
            {
                return Result(request.Id, answer.Verdict);
            }
        }

        var note = new Command.AddNote(
            stamp,
            PlainText.Shorten(words + FilesOf(letter.Mail), DeclarationLimits.Text),
            Meets: null,
            await blobs.OriginalAsync(letter, cancellationToken).ConfigureAwait(false));
        return Result(request.Id, (await desk.HandleAsync(request.Id, note, cancellationToken).ConfigureAwait(false)).Verdict);
    }

    private async Task<Command.ProvideInformation> InformationAsync(
        Stamp stamp, Declaration current, Declaration? answers, Letter letter, string words, CancellationToken cancellationToken)
    {
        var filled = answers is null ? current : Gaps.Fill(current, answers);
        var files = await blobs.FilesAsync(letter, cancellationToken).ConfigureAwait(false);
        if (words.Length > DeclarationLimits.Text)
        {
            files = [.. files, await blobs.OriginalAsync(letter, cancellationToken).ConfigureAwait(false)];
        }

        return new Command.ProvideInformation(
            stamp, PlainText.Shorten(words, DeclarationLimits.Text), filled == current ? null : filled, files, MayLeaveGaps: true);
    }

    // An answer may consist of files alone, whose names are then all that it says.
    private static string Words(IncomingMail mail) =>
        PlainText.Lines(FreshText.Of(mail.Text)) is { } fresh ? fresh : string.Join(", ", mail.Files.Select(f => f.Name));

    // A note names the files; they are in its original.
    private static string FilesOf(IncomingMail mail) =>
        mail.Files.Count == 0 ? "" : $"\n\n[{string.Join(", ", mail.Files.Select(f => f.Name))}]";

    private static MailIntakeResult Result(RequestId id, Verdict verdict) => verdict is Verdict.Refused { Refusal: var refusal }
        ? new MailIntakeResult.Refused(refusal.Message, "Open the link in the newest mail that you got about it.")
        : new MailIntakeResult.Joined(id);
}
