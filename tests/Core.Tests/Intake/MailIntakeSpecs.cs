using System.Security.Cryptography;
using System.Text;
using Core.Tests.Approval;
using Core.Tests.Policies;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Intake;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Core.Tests.Intake;

public class MailIntakeSpecs
{
    private static readonly byte[] Raw = "the raw mail"u8.ToArray();
    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Raw));

    private readonly FakeBlobs _blobs = new();
    private readonly FakeQuarantine _quarantine = new();
    private readonly List<(Submission Submission, Authentication Authentication)> _submitted = [];
    private DeskAnswer _answer = Opened(isNew: true);
    private MailReading _reading = new MailReading.Read(Mail());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_of_a_proven_sender_becomes_a_request()
    {
        var accepted = Assert.IsType<MailIntakeResult.Accepted>(await TakeAsync());

        Assert.True(accepted.IsNew);
        Assert.Contains("p2", accepted.Missing);
        var (submission, authentication) = Assert.Single(_submitted);
        Assert.Equal(Authentication.MailSender, authentication);
        Assert.Equal(Channel.Email, submission.Channel);
        Assert.Equal("mail:ana@studio.example:1@studio.example", submission.IntakeKey);
        Assert.Equal(Sha256, submission.Fingerprint);
        Assert.Equal(Answer.Yes, submission.Declaration.Principles.P1);
    }

    [Fact]
    public async Task Raw_mail_and_files_are_kept_as_they_came()
    {
        await TakeAsync();

        var submission = Assert.Single(_submitted).Submission;
        Assert.Equal(new Attachment("original.eml", "message/rfc822", Raw.Length, Sha256), submission.Original);
        var file = Assert.Single(submission.Declaration.Attachments);
        Assert.Equal(("a.zip", 3L), (file.Name, file.Size));
        Assert.Equal("PK!"u8.ToArray(), _blobs.Contents[file.Sha256]);
        Assert.Equal(Raw, _blobs.Contents[Sha256]);
    }

    [Fact]
    public async Task Mail_without_id_is_known_by_its_content()
    {
        _reading = new MailReading.Read(Mail() with { MessageId = null });
        await TakeAsync();
        Assert.Equal($"mail:ana@studio.example:{Sha256}", Assert.Single(_submitted).Submission.IntakeKey);
    }

    [Fact]
    public async Task Same_mail_again_is_not_new()
    {
        _answer = Opened(isNew: false);
        Assert.False(Assert.IsType<MailIntakeResult.Accepted>(await TakeAsync()).IsNew);
    }

    [Fact]
    public async Task Refusal_of_the_desk_is_passed_on()
    {
        _answer = new DeskAnswer(new Verdict.Refused(new Refusal(RefusalCode.DifferentContent, $"Other content.")), null);
        Assert.Equal("Other content.", Assert.IsType<MailIntakeResult.Refused>(await TakeAsync()).Reason);
    }

    [Fact]
    public async Task Mail_of_an_unproven_sender_waits_for_an_admin()
    {
        _reading = new MailReading.Read(Unproven());

        Assert.Equal("dmarc=fail", Assert.IsType<MailIntakeResult.Quarantined>(await TakeAsync()).Reason);
        Assert.Empty(_submitted);
        Assert.Equal(Raw, _blobs.Contents[Sha256]);
        Assert.Equal((Sha256, "ana@studio.example", "Posters"), Assert.Single(_quarantine.Held.Values) switch { var m => (m.Sha256, m.From, m.Subject) });
    }

    [Fact]
    public async Task Released_mail_becomes_a_request_and_is_settled()
    {
        _reading = new MailReading.Read(Unproven());
        await TakeAsync();

        Assert.IsType<MailIntakeResult.Accepted>(await Intake().ReleaseAsync(Sha256, "admin", "called her", Ct));
        Assert.Equal(Authentication.VouchedByAdmin, Assert.Single(_submitted).Authentication);
        Assert.Equal((true, "admin", "called her"), _quarantine.Held[Sha256].Settlement switch { var s => (s!.Released, s.By, s.Reason) });
    }

    [Fact]
    public async Task Mail_is_released_once()
    {
        _reading = new MailReading.Read(Unproven());
        await TakeAsync();
        await Intake().ReleaseAsync(Sha256, "admin", "called her", Ct);

        Assert.IsType<MailIntakeResult.Refused>(await Intake().ReleaseAsync(Sha256, "admin", "again", Ct));
        Assert.Single(_submitted);
    }

    [Fact]
    public async Task Unknown_mail_is_not_released() =>
        Assert.IsType<MailIntakeResult.Refused>(await Intake().ReleaseAsync("00", "admin", "?", Ct));

    [Fact]
    public async Task Refused_mail_leaves_nothing_behind()
    {
        _reading = new MailReading.Refused("no author", "name one");

        Assert.Equal(new MailIntakeResult.Refused("no author", "name one"), await TakeAsync());
        Assert.Empty(_blobs.Contents);
    }

    [Fact]
    public async Task Mail_that_says_something_wrong_is_refused_by_field()
    {
        _reading = new MailReading.Read(Mail() with { Text = "Dates: 2026-05-01 to 2026-04-01" });

        Assert.Contains("to: The last day", Assert.IsType<MailIntakeResult.Refused>(await TakeAsync()).Reason, StringComparison.Ordinal);
        Assert.Empty(_blobs.Contents);
    }

    [Fact]
    public async Task Mail_of_more_than_the_limit_is_refused_unread()
    {
        using var huge = new MemoryStream(new byte[MailLimits.RawBytes + 1]);
        Assert.Contains("35 MB", Assert.IsType<MailIntakeResult.Refused>(await Intake().TakeAsync(huge, Ct)).Reason, StringComparison.Ordinal);
    }

    private Task<MailIntakeResult> TakeAsync() => Intake().TakeAsync(new MemoryStream(Raw), Ct);

    private MailIntake Intake() => new(
        new FakeReader(() => _reading),
        new FakeDirectory(),
        _blobs,
        _quarantine,
        new ApprovalDesk(new MemoryStore(), new OnePolicy(), new FakeTimeProvider()),
        (submission, authentication, _) =>
        {
            _submitted.Add((submission, authentication));
            return Task.FromResult(_answer);
        },
        new ReplyAddress("approvals@studio.example", "a secret for tests only, long enough"),
        new FakeTimeProvider(),
        log: null);

    private static DeskAnswer Opened(bool isNew)
    {
        var id = RequestId.FromBits(1);
        var submission = new Submission(new Declaration { Title = "x", Description = "x" }, new Submitter("x", "x@y.example", "en"), Channel.Email, "k", "f");
        var state = new RequestState
        {
            Id = id,
            Version = 1,
            Submission = submission,
            SubmittedBy = Actor.System,
            SubmittedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
            Status = RequestStatus.Submitted,
            StatusSince = DateTimeOffset.UnixEpoch,
        };
        return new DeskAnswer(new Verdict.Accepted(isNew ? [new Event.RequestSubmitted(id, submission)] : []), state);
    }

    private static IncomingMail Unproven() => Mail() with { Sender = new SenderCheck(false, "dmarc=fail") };

    private static IncomingMail Mail() => new(
        "1@studio.example", "Ana Roy", "ana@studio.example", "Posters", "P1: yes\nWe paint.", new SenderCheck(true, "dmarc=pass"),
        [new IncomingFile("a.zip", "application/zip", Encoding.ASCII.GetBytes("PK!"))]);

    private sealed class OnePolicy : IPolicies
    {
        public Policy Current => BuiltIn.Policy;

        public Policy? Find(PolicyStamp stamp) => BuiltIn.Policy;
    }
}
