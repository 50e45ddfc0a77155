using System.Security.Cryptography;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>
/// Takes in declarations that come by mail. What a mail leaves out stays open and the submitter is asked for it; an
/// answer is never guessed. The same mail taken in twice leads to the same request.
/// </summary>
public sealed class MailIntake
{
    private readonly IMailReader _reader;
    private readonly IDirectory _directory;
    private readonly IBlobs _blobs;
    private readonly IQuarantine _quarantine;
    private readonly SubmitToDesk _submit;
    private readonly TimeProvider _time;

    /// <summary>Takes mails in for a desk.</summary>
    public MailIntake(IMailReader reader, IDirectory directory, IBlobs blobs, IQuarantine quarantine, ApprovalDesk desk, TimeProvider time)
        : this(reader, directory, blobs, quarantine, desk.SubmitAsync, time)
    {
    }

    internal MailIntake(IMailReader reader, IDirectory directory, IBlobs blobs, IQuarantine quarantine, SubmitToDesk submit, TimeProvider time) =>
        (_reader, _directory, _blobs, _quarantine, _submit, _time) = (reader, directory, blobs, quarantine, submit, time);

    internal delegate Task<DeskAnswer> SubmitToDesk(Submission submission, Authentication authentication, CancellationToken cancellationToken);

    /// <summary>Takes in a raw mail of at most <see cref="MailLimits.RawBytes"/>.</summary>
    public async Task<MailIntakeResult> TakeAsync(Stream raw, CancellationToken cancellationToken)
    {
        if (await BufferAsync(raw, cancellationToken) is not { } bytes)
        {
            return new MailIntakeResult.Refused(
                $"The mail is larger than {Megabytes(MailLimits.RawBytes)} MB.",
                "Send fewer or smaller files, or declare the use with the form and name where the files lie.");
        }

        var (letter, refusal) = await ReadAsync(bytes, cancellationToken);
        if (letter is null) return refusal!;

        return letter.Mail.Sender.Passed
            ? await SubmitAsync(letter, Authentication.MailSender, cancellationToken)
            : await HoldAsync(letter, cancellationToken);
    }

    /// <summary>
    /// Takes in a mail from quarantine on the word of an admin, which is how its sender is recorded: not as proven. Should the process
    /// stop in between, it can be released again: the same mail leads to the same request.
    /// </summary>
    /// <param name="sha256">Of the raw mail.</param>
    /// <param name="by">Which admin.</param>
    /// <param name="reason">Why, for the auditor.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<MailIntakeResult> ReleaseAsync(string sha256, string by, string reason, CancellationToken cancellationToken)
    {
        var held = await _quarantine.FindAsync(sha256, cancellationToken);
        if (held is null)
        {
            return new MailIntakeResult.Refused("There is no such mail in quarantine.", "Go back to the list and choose one that is there.");
        }

        if (held.Settlement is { } settled)
        {
            return new MailIntakeResult.Refused(
                $"This mail was {(settled.Released ? "released" : "turned away")} before, by {settled.By}.", "Nothing is left to do.");
        }

        await using var stored = await _blobs.OpenAsync(sha256, cancellationToken)
            ?? throw new InvalidOperationException($"The quarantined mail {sha256} has lost its content.");
        var bytes = await BufferAsync(stored, cancellationToken)
            ?? throw new InvalidOperationException($"The quarantined mail {sha256} is larger than any that was ever held.");

        var (letter, refusal) = await ReadAsync(bytes, cancellationToken);
        // Proven by now or not, it is here because an admin says so.
        var result = letter is null ? refusal! : await SubmitAsync(letter, Authentication.VouchedByAdmin, cancellationToken);
        if (result is MailIntakeResult.Accepted)
        {
            await _quarantine.SettleAsync(sha256, new Settlement(true, _time.GetUtcNow(), by, reason), cancellationToken);
        }

        return result;
    }

    private async Task<(Letter? Letter, MailIntakeResult.Refused? Refusal)> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        switch (await _reader.ReadAsync(new MemoryStream(bytes, writable: false), cancellationToken))
        {
            case MailReading.Refused refused:
                return (null, new MailIntakeResult.Refused(refused.Reason, refused.Remedy));

            case MailReading.Read { Mail: var mail }:
                var draft = MailDraft.Of(mail, await _directory.ProductionsAsync(cancellationToken));
                var reading = DeclarationReader.Read(draft, complete: false);
                return reading is { Declaration: { } declaration, Submitter: { } submitter }
                    ? (new Letter(mail, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), declaration, submitter), null)
                    : (null, Wrong(reading.Problems));

            case var unknown:
                throw new InvalidOperationException($"A mail was read as {unknown.GetType()}.");
        }
    }

    private async Task<MailIntakeResult> HoldAsync(Letter letter, CancellationToken cancellationToken)
    {
        await _blobs.PutAsync(new MemoryStream(letter.Raw, writable: false), cancellationToken);
        var mail = letter.Mail;
        await _quarantine.HoldAsync(
            new QuarantinedMail(letter.Sha256, _time.GetUtcNow(), mail.SenderAddress, mail.Subject, mail.Sender.Reason), cancellationToken);
        return new MailIntakeResult.Quarantined(mail.Sender.Reason);
    }

    private async Task<MailIntakeResult> SubmitAsync(Letter letter, Authentication authentication, CancellationToken cancellationToken)
    {
        var original = await StoreAsync(new IncomingFile("original.eml", "message/rfc822", letter.Raw), cancellationToken);
        var attachments = new List<Attachment>();
        foreach (var file in letter.Mail.Files)
        {
            attachments.Add(await StoreAsync(file, cancellationToken));
        }

        var submission = new Submission(
            letter.Declaration with { Attachments = attachments },
            letter.Submitter,
            Channel.Email,
            IntakeKey: $"mail:{letter.Submitter.Email}:{letter.Mail.MessageId ?? letter.Sha256}",
            Fingerprint: letter.Sha256,
            original);

        var answer = await _submit(submission, authentication, cancellationToken);
        return answer switch
        {
            { Verdict: Verdict.Refused { Refusal: var refusal } } =>
                new MailIntakeResult.Refused(refusal.Message, "Send it again as a new mail, not as a copy of an old one."),
            { Verdict: Verdict.Accepted { Events: var events }, Request: { } request } =>
                new MailIntakeResult.Accepted(request.Id, events.Count > 0, letter.Declaration.Missing()),
            _ => throw new InvalidOperationException("The desk accepted a submission without a request."),
        };
    }

    private async Task<Attachment> StoreAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        var blob = await _blobs.PutAsync(new MemoryStream(file.Content.ToArray(), writable: false), cancellationToken);
        return new Attachment(file.Name, file.MediaType, blob.Size, blob.Sha256);
    }

    private static MailIntakeResult.Refused Wrong(IReadOnlyList<FieldProblem> problems) => new(
        "The mail says something that cannot be right: " + string.Join(" ", problems.Select(p => $"{p.Field}: {p.Message}")),
        "Correct that and send the mail again, or use the form.");

    private static async Task<byte[]?> BufferAsync(Stream raw, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        for (int read; (read = await raw.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > MailLimits.RawBytes) return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static int Megabytes(int bytes) => bytes / 1024 / 1024;

    private sealed record Letter(IncomingMail Mail, byte[] Raw, string Sha256, Declaration Declaration, Submitter Submitter);
}
