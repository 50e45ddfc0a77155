using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Links;

namespace EndToEnd.States;

/// <summary>
/// A request in one language, and what everybody concerned does with it. What they do goes straight to the desk, as from
/// the pages, which other specifications click through.
/// </summary>
internal sealed class Matter(House house, Tongue tongue, int number) : IAsyncDisposable
{
    public const string Executive = "creative-executive";
    public const string Legal = "legal";
    public const string Talent = "talent-relations";

    private RequestState? _request;
    private int _commands;
    private bool _held;

    public House House => house;

    public Tongue Tongue => tongue;

    /// <summary>Links that the submitter and the first who was asked have had for long.</summary>
    public IReadOnlyList<string> OldLinks { get; private set; } = [];

    public RequestState Request => _request!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LinkTokens Links => house.Service<LinkTokens>();

    public async ValueTask DisposeAsync()
    {
        if (_held)
            await house.LetCourierGoAsync();
    }

    // What the submitter does.
    public async Task DeclareAsync(Declaration declaration, Channel channel = Channel.Form)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"states/{number}");
        var submission = new Submission(declaration, tongue.Submitter, channel, key, Hash(key));
        var answer = await house.Desk.SubmitAsync(
            submission, channel == Channel.Email ? Authentication.MailSender : Authentication.Claimed, Cancel);
        await KeepAsync(answer);
    }

    public async Task DeclareUncarriedAsync(Declaration declaration)
    {
        await house.HoldCourierAsync();
        _held = true;
        await DeclareAsync(declaration);
    }

    public Task AnswerAsync() => AsSubmitterAsync(stamp => new Command.ProvideInformation(
        stamp, tongue.Answer, Request.Declaration with { Description = tongue.Corrected }, []));

    public Task WithdrawAsync() => AsSubmitterAsync(stamp => new Command.Withdraw(stamp, tongue.Reason));

    public Task AmendAsync() => AsSubmitterAsync(stamp => new Command.Amend(
        stamp, Request.Declaration with { Description = tongue.Corrected }, tongue.Reason));

    public Task RenewAsync() => AsSubmitterAsync(stamp => new Command.Amend(stamp, null, tongue.Reason));

    public Task MeetAsync(int condition) => AsSubmitterAsync(stamp => new Command.AddNote(stamp, tongue.Answer, condition));

    public Task AttachConsentAsync(ConsentKind kind, TimeSpan? holds = null)
    {
        var today = DateOnly.FromDateTime(house.Now.UtcDateTime);
        DateOnly? until = holds is { } time ? DateOnly.FromDateTime((house.Now + time).UtcDateTime) : null;
        var document = new Attachment("consent.pdf", "application/pdf", 48_000, Hash($"{number}/{kind}"));
        return AsSubmitterAsync(stamp => new Command.AttachConsent(
            stamp, new ConsentEvidence(tongue.Depicted, kind, tongue.Scope, tongue.Depicted, today, until, document)));
    }

    // What those do who are asked.
    public Task DecideAsync(string seat, DecisionKind kind, params IReadOnlyList<Condition> conditions) =>
        AsApproverAsync(Last(seat), (stamp, ask) => new Command.Decide(
            stamp, ask, new Decision(kind, kind == DecisionKind.Reject ? tongue.Reason : null, conditions)));

    public Task QuestionAsync(string seat) => AsApproverAsync(Last(seat), (stamp, ask) => new Command.Decide(
        stamp, ask, new Decision(DecisionKind.AskForInformation, tongue.Question, [], ["description"])));

    public async Task HandOnAsync(string seat)
    {
        var deputy = await ColleagueAsync("deputy");
        await AsApproverAsync(Last(seat), (stamp, ask) => new Command.DelegateTo(stamp, ask, deputy, tongue.Reason));
    }

    public Task StepBackAsync(string seat) => AsApproverAsync(Last(seat), (stamp, ask) => new Command.Recuse(stamp, ask, tongue.Reason));

    public Task CheckConsentAsync(int consent, bool accepted) => AsApproverAsync(Last(Talent), (stamp, ask) => new Command.CheckConsent(
        stamp, ask, consent, accepted, accepted ? null : tongue.Reason));

    public Task RevokeAsync(string seat) => AsApproverAsync(Last(seat), (stamp, ask) => new Command.Revoke(stamp, ask, tongue.Reason));

    // What an admin does, and time.
    public async Task ReassignAsync(string seat)
    {
        var deputy = await ColleagueAsync("deputy");
        var admin = new Actor(ActorKind.Admin, "admin", "Gwen Ashdown", Authentication.AdminKey);
        await DoAsync(stamp => new Command.Reassign(stamp, seat, deputy, tongue.Reason), admin);
    }

    public async Task WaitAsync(TimeSpan time)
    {
        await house.Site.JumpToAsync(house.Now + time);
        _request = await house.Desk.FindAsync(Request.Id, Cancel);
    }

    public void KeepLinks() => OldLinks = [OfSubmitter("/request"), OfApprover(Request.Asks[0], "/review")];

    // Where they look.
    public Ask First(string seat) => Request.Asks.First(a => a.Seat == seat);

    public Ask Last(string seat) => Request.Asks.Last(a => a.Seat == seat);

    public string OfSubmitter(string page) =>
        $"{page}?t={Uri.EscapeDataString(Links.ForSubmitter(Request.Id, tongue.Submitter.Email))}";

    public string OfApprover(Ask ask, string page) =>
        $"{page}?t={Uri.EscapeDataString(Links.ForAsk(Request.Id, ask.Number, ask.Person.Id))}";

    public async Task<string> MailAsync(string to, string subject)
    {
        var mails = await house.Service<IDevMailbox>().ListAsync(Cancel);
        var mail = mails.FirstOrDefault(m => m.To == to
            && m.Subject.Contains(subject, StringComparison.Ordinal) && m.Subject.Contains(Request.Id.ToString(), StringComparison.Ordinal));
        Assert.True(mail is not null, $"{to} got no mail “{subject}”, but: {string.Join(" | ", mails.Take(5).Select(m => m.Subject))}");
        return $"/dev/mailbox/{mail.Id}/html";
    }

    private Task AsSubmitterAsync(Func<Stamp, Command> command) => DoAsync(
        command, new Actor(ActorKind.Submitter, tongue.Submitter.Email, tongue.Submitter.Name, Authentication.MailedLink));

    private Task AsApproverAsync(Ask ask, Func<Stamp, int, Command> command) => DoAsync(
        stamp => command(stamp, ask.Number),
        new Actor(ActorKind.Approver, ask.Person.Id, ask.Person.Name, Authentication.MailedLinkAndCode));

    private async Task DoAsync(Func<Stamp, Command> command, Actor by)
    {
        var stamp = new Stamp(string.Create(CultureInfo.InvariantCulture, $"states/{++_commands}"), house.Now, by);
        await KeepAsync(await house.Desk.HandleAsync(Request.Id, command(stamp), Cancel));
    }

    private async Task KeepAsync(DeskAnswer answer)
    {
        if (answer.Verdict is Verdict.Refused(var refusal))
            Assert.Fail(refusal.Message);
        if (!_held)
            await house.Site.WhenIdleAsync();
        _request = await house.Desk.FindAsync(answer.Request!.Id, Cancel);
    }

    private async Task<Person> ColleagueAsync(string role) =>
        (await house.Service<IDirectory>().ColleaguesAsync(tongue.Production, Cancel)).Single(p => p.Id == $"{role}-{tongue.Tag}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
