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

/// <summary>An intake over a real desk, with one request that Ada is asked about and that Cleo could stand in for.</summary>
internal sealed class IntakeHouse : IPolicies, IMailLog
{
    public const string AskMail = "ask-1@approvals.example";
    public const string DigestMail = "digest@approvals.example";
    public const string SubmitterMail = "received@approvals.example";

    private readonly MemoryStore _store = new();
    private readonly FakeBlobs _blobs = new();
    private readonly Dictionary<string, SentMail> _sent = [];
    private int _commands;

    private IntakeHouse() => Desk = new ApprovalDesk(_store, this, Clock);

    public FakeTimeProvider Clock { get; } = new(Sample.Monday);

    public FakeQuarantine Quarantine { get; } = new();

    public ReplyAddress Addresses { get; } = new("approvals@studio.example", "a secret for tests only, long enough");

    public ApprovalDesk Desk { get; }

    public RequestId Id { get; private set; }

    public EffectKey AskEffect { get; private set; }

    public Policy Current => BuiltIn.Policy;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A request in tier review that Ada has been asked about by mail.</summary>
    public static async Task<IntakeHouse> AskedAsync()
    {
        var house = await SubmittedAsync(Sample.Submission());
        await house.DoAsync(new Command.RecordAssessment(house.By(Actor.System), new EffectKey("e1"), 1, Sample.Assessment(Tier.Review)));
        await house.DoAsync(new Command.RecordPeople(house.By(Actor.System), new EffectKey("e2"), 0, [Sample.Staffing("creative", Sample.Ada, Sample.Cleo)]));
        house.AskEffect = house._store.Effects.Last(e => e.Effect is Effect.PutAsk).Key;
        house.Send(AskMail, house.AskEffect, Sample.Ada.Email);
        house._sent[DigestMail] = new SentMail(DigestMail, Request: null, Effect: null, Sample.Ada.Email, house.Clock.GetUtcNow(), null, Handed: true);
        return house;
    }

    /// <summary>A request that its submitter has just opened.</summary>
    public static async Task<IntakeHouse> SubmittedAsync(Submission submission)
    {
        var house = new IntakeHouse();
        house.Id = (await house.Desk.SubmitAsync(submission, Authentication.MailSender, Ct)).Request!.Id;
        house.Send(SubmitterMail, new EffectKey($"{house.Id}/1/submitter-Received"), Sample.Sam.Email);
        return house;
    }

    public static IncomingMail Mail(string from, string text, bool proven = true, string id = "answer@studio.example") =>
        new(id, "Somebody", from, "Re: something", text, new SenderCheck(proven, proven ? "dmarc=pass" : "dmarc=fail"), []);

    public Task<MailIntakeResult> TakeAsync(IncomingMail mail) => TakeAsync(new MailReading.Read(mail));

    public Task<MailIntakeResult> TakeAsync(MailReading reading) =>
        new MailIntake(new FakeReader(() => reading), new FakeDirectory(), _blobs, Quarantine, Desk, Addresses, Clock, this)
            .TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(reading.ToString()!)), Ct);

    public Task AskTheSubmitterAsync(string question) => DoAsync(new Command.Decide(By(Sample.Deciding(Sample.Ada)), 1, Sample.Ask(question)));

    public bool Keeps(string sha256) => _blobs.Contents.ContainsKey(sha256);

    public Task DoAsync(Command command) => Desk.HandleAsync(Id, command, Ct);

    public Stamp By(Actor actor) => new($"h{++_commands}", Clock.GetUtcNow(), actor);

    public async Task<RequestState> StateAsync() => (await Desk.FindAsync(Id, Ct))!;

    public IEnumerable<Effect> Caused => _store.Effects.Select(e => e.Effect);

    public Policy? Find(PolicyStamp stamp) => Current;

    public Task<SentMail?> FindAsync(string messageId, CancellationToken cancellationToken) => Task.FromResult(_sent.GetValueOrDefault(messageId));

    public Task NoteAsync(SentMail mail, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Send(string messageId, EffectKey effect, string to) =>
        _sent[messageId] = new SentMail(messageId, Id, effect, to, Clock.GetUtcNow(), null, Handed: true);
}
