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
    private readonly MailThreads _threads;
    private readonly Replies _replies;
    private readonly AutomaticReplies _automatic;
    private readonly Bounces _bounces;
    private readonly TimeProvider _time;

    /// <summary>Takes mails in for a desk.</summary>
    /// <param name="reader">Understands them.</param>
    /// <param name="directory">Knows the productions.</param>
    /// <param name="blobs">Keeps what came with them.</param>
    /// <param name="quarantine">Keeps those of unproven senders.</param>
    /// <param name="desk">Where the requests are.</param>
    /// <param name="addresses">Where our own mails ask to be answered.</param>
    /// <param name="time">When it is.</param>
    /// <param name="log">Our own mails; null where none are kept: then bounces mean nothing, and only plus-addresses tell what a mail answers.</param>
    public MailIntake(
        IMailReader reader, IDirectory directory, IBlobs blobs, IQuarantine quarantine, ApprovalDesk desk, ReplyAddress addresses, TimeProvider time, IMailLog? log = null)
        : this(reader, directory, blobs, quarantine, desk, desk.SubmitAsync, addresses, time, log)
    {
    }

    internal MailIntake(
        IMailReader reader, IDirectory directory, IBlobs blobs, IQuarantine quarantine, ApprovalDesk desk, SubmitToDesk submit, ReplyAddress addresses, TimeProvider time, IMailLog? log)
    {
        (_reader, _directory, _blobs, _quarantine, _submit, _time) = (reader, directory, blobs, quarantine, submit, time);
        _threads = new MailThreads(desk, addresses, log);
        _replies = new Replies(desk, blobs, time);
        _automatic = new AutomaticReplies(desk, _threads, time);
        _bounces = new Bounces(desk, log, time);
    }

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

        return await ReadAsync(bytes, cancellationToken) switch
        {
            MailReading.Read { Mail: { Sender.Passed: false } mail } => await HoldAsync(new Letter(mail, bytes), mail.Sender.Reason, cancellationToken),
            MailReading.Read { Mail: var mail } => await TakeAsync(new Letter(mail, bytes), Authentication.MailSender, cancellationToken),
            MailReading.Automatic { Reply: var reply } => await _automatic.NoteAsync(reply, Convert.ToHexStringLower(SHA256.HashData(bytes)), cancellationToken),
            MailReading.Bounced { Report: var report } => await _bounces.NoteAsync(report, cancellationToken),
            MailReading.Refused refused => new MailIntakeResult.Refused(refused.Reason, refused.Remedy),
            var unknown => throw new InvalidOperationException($"A mail was read as {unknown.GetType()}."),
        };
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

        // Proven by now or not, it is here because an admin says so.
        var result = await ReadAsync(bytes, cancellationToken) is MailReading.Read { Mail: var mail }
            ? await TakeAsync(new Letter(mail, bytes), Authentication.VouchedByAdmin, cancellationToken)
            : new MailIntakeResult.Refused("This mail can no longer be read as one that a person wrote.", "Turn it away.");
        if (result is MailIntakeResult.Accepted or MailIntakeResult.Joined)
        {
            await _quarantine.SettleAsync(sha256, new Settlement(true, _time.GetUtcNow(), by, reason), cancellationToken);
        }

        return result;
    }

    private Task<MailReading> ReadAsync(byte[] bytes, CancellationToken cancellationToken) =>
        _reader.ReadAsync(new MemoryStream(bytes, writable: false), cancellationToken);

    private async Task<MailIntakeResult> TakeAsync(Letter letter, Authentication authentication, CancellationToken cancellationToken)
    {
        var mail = letter.Mail;
        var reading = DeclarationReader.Read(
            MailDraft.Of(mail, await _directory.ProductionsAsync(cancellationToken)), complete: false);
        var thread = await _threads.FindAsync(mail.References, mail.Recipients, cancellationToken);
        if (thread.Request is { } request)
        {
            return MailThreads.Writer(request, mail.SenderAddress, authentication) is { } writer
                ? await _replies.JoinAsync(request, writer, letter, reading.Declaration, cancellationToken)
                : await HoldAsync(letter, $"It answers a mail about {request.Id} that was written to somebody else.", cancellationToken);
        }

        // Let out by an admin it is a declaration, whatever it answers.
        if (thread.AnswersOurs && authentication != Authentication.VouchedByAdmin)
        {
            return await HoldAsync(letter, "It answers a digest, which is about no single request.", cancellationToken);
        }

        return reading is { Declaration: { } declaration, Submitter: { } submitter }
            ? await SubmitAsync(letter, declaration, submitter, authentication, cancellationToken)
            : Wrong(reading.Problems);
    }

    private async Task<MailIntakeResult> HoldAsync(Letter letter, string reason, CancellationToken cancellationToken)
    {
        await _blobs.PutAsync(new MemoryStream(letter.Raw, writable: false), cancellationToken);
        await _quarantine.HoldAsync(
            new QuarantinedMail(letter.Sha256, _time.GetUtcNow(), letter.Mail.SenderAddress, letter.Mail.Subject, reason), cancellationToken);
        return new MailIntakeResult.Quarantined(reason);
    }

    private async Task<MailIntakeResult> SubmitAsync(
        Letter letter, Declaration declaration, Submitter submitter, Authentication authentication, CancellationToken cancellationToken)
    {
        var original = await _blobs.OriginalAsync(letter, cancellationToken);
        var submission = new Submission(
            declaration with { Attachments = await _blobs.FilesAsync(letter, cancellationToken) },
            submitter,
            Channel.Email,
            IntakeKey: letter.Key,
            Fingerprint: letter.Sha256,
            original);

        return await _submit(submission, authentication, cancellationToken) switch
        {
            { Verdict: Verdict.Refused { Refusal: var refusal } } =>
                new MailIntakeResult.Refused(refusal.Message, "Send it again as a new mail, not as a copy of an old one."),
            { Verdict: Verdict.Accepted { Events: var events }, Request: { } request } =>
                new MailIntakeResult.Accepted(request.Id, events.Count > 0, declaration.Missing()),
            _ => throw new InvalidOperationException("The desk accepted a submission without a request."),
        };
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
}
