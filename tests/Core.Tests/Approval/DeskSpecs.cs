using Core.Tests.Policies;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>The one door, over a store that keeps expected versions as SQLite and Azure Tables do.</summary>
public sealed class DeskSpecs
{
    private readonly MemoryStore _store = new();
    private readonly FakeTimeProvider _clock = new(Sample.Monday);
    private int _commands;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ApprovalDesk Desk(HotStates? hot = null) => new(_store, new OnePolicy(BuiltIn.Policy), _clock, hot);

    private Stamp By(Actor actor) => new($"c{++_commands}", Sample.Monday, actor);

    private async Task<RequestId> AskAsync(Tier tier)
    {
        var desk = Desk();
        var submitted = await desk.SubmitAsync(Sample.Submission(), Authentication.MailedLink, Token);
        var id = submitted.Request!.Id;
        await desk.HandleAsync(id, new Command.RecordAssessment(By(Actor.System), new EffectKey("e1"), 1, Sample.Assessment(tier)), Token);
        await desk.HandleAsync(
            id,
            new Command.RecordPeople(By(Actor.System), new EffectKey("e2"), 0, [Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob)]),
            Token);
        return id;
    }

    private Command.Decide Deciding(Person person, int ask, Decision decision) => new(By(Sample.Deciding(person)), ask, decision);

    [Fact]
    public async Task Submission_opens_a_request_whose_submitter_is_its_actor()
    {
        var answer = await Desk().SubmitAsync(Sample.Submission(), Authentication.Claimed, Token);
        Assert.Equal(new Actor(ActorKind.Submitter, Sample.Sam.Email, Sample.Sam.Name, Authentication.Claimed), answer.Request!.SubmittedBy);
        Assert.Equal(RequestId.ForIntake("form:1", 0), answer.Request.Id);
        var append = Assert.Single(_store.Appended);
        Assert.Equal((0, Sample.Monday.AddHours(1), RequestStatus.Submitted), (append.ExpectedVersion, append.Due, append.Summary.Status));
    }

    [Fact]
    public async Task Same_submission_finds_the_request_it_opened()
    {
        var first = await Desk().SubmitAsync(Sample.Submission(), Authentication.Claimed, Token);
        var again = await Desk().SubmitAsync(Sample.Submission(), Authentication.Claimed, Token);
        Assert.Equal(first.Request!.Id, again.Request!.Id);
        Assert.Single(_store.Appended);
    }

    [Fact]
    public async Task One_command_updates_the_cards_once_however_many_of_its_events_change_them()
    {
        var id = await AskAsync(Tier.Review);
        await Desk().HandleAsync(
            id, new Command.RecordDelivery(By(Actor.System), new EffectKey("e3"), new Delivery(Delivery.TeamsChannel, "chat card", null)), Token);

        await Desk().HandleAsync(id, Deciding(Sample.Ada, 1, new Decision(DecisionKind.Approve, null, [])), Token);

        var caused = _store.Appended[^1];
        Assert.Single(caused.Effects, e => e.Effect is Effect.UpdateCards);
        Assert.Equal(RequestStatus.Closed, caused.Summary.Status);
    }

    [Fact]
    public async Task Id_that_belongs_to_another_submission_is_passed_over()
    {
        var taken = RequestId.ForIntake("form:1", 0);
        await Desk().HandleAsync(taken, new Command.Submit(By(Sample.Submitting), taken, Sample.Submission() with { IntakeKey = "other" }, new Clock([], Sample.Monday)), Token);
        Assert.Equal(RequestId.ForIntake("form:1", 1), (await Desk().SubmitAsync(Sample.Submission(), Authentication.Claimed, Token)).Request!.Id);
    }

    [Fact]
    public async Task Incomplete_mail_has_the_policys_time()
    {
        var answer = await Desk().SubmitAsync(Sample.Submission(Sample.Declaration with { Use = null }), Authentication.MailSender, Token);
        var limit = BuiltIn.Policy.Completion;
        Assert.Equal(BuiltIn.Policy.Office.Add(Sample.Monday, limit.Limit), answer.Request!.Question!.Clock.Due);
        Assert.Equal(limit.Reminders.Count, answer.Request.Question.Clock.Reminders.Count);
    }

    [Fact]
    public async Task Refused_command_stores_nothing()
    {
        var id = await AskAsync(Tier.Review);
        var before = _store.Appended.Count;
        var answer = await Desk().HandleAsync(id, Deciding(Sample.Bob, 1, Sample.Yes), Token);
        Assert.IsType<Verdict.Refused>(answer.Verdict);
        Assert.Equal((before, RequestStatus.Deciding), (_store.Appended.Count, answer.Request!.Status));
    }

    [Fact]
    public async Task Command_that_changes_nothing_stores_nothing_unless_it_completes_an_effect()
    {
        var id = await AskAsync(Tier.Review);
        var before = _store.Appended.Count;
        await Desk().HandleAsync(id, new Command.Wake(By(Actor.System)), Token);
        Assert.Equal(before, _store.Appended.Count);
        await Desk().HandleAsync(id, new Command.RecordAssessment(By(Actor.System), new EffectKey("late"), 1, Sample.Assessment(Tier.Review)), Token);
        Assert.Equal((new EffectKey("late"), 0), (_store.Appended[^1].Completes, _store.Appended[^1].Events.Count));
    }

    [Fact]
    public async Task Command_for_no_request_stores_nothing()
    {
        var answer = await Desk().HandleAsync(Sample.Id, new Command.Wake(By(Actor.System)), Token);
        Assert.Equal((true, null), (answer.Verdict is Verdict.Refused, answer.Request));
        Assert.Empty(_store.Appended);
        Assert.Null(await Desk().FindAsync(Sample.Id, Token));
        Assert.Null(await Desk().HistoryAsync(Sample.Id, Token));
    }

    [Fact]
    public async Task Two_people_of_one_seat_who_answer_at_once_get_two_answers_and_one_decision()
    {
        var id = await AskAsync(Tier.Written);
        var other = Desk();
        // While Ada's yes is on its way to the store, her no arrives through another machine.
        _store.Between = () => other.HandleAsync(id, Deciding(Sample.Ada, 1, Sample.No()), Token).GetAwaiter().GetResult();
        var answer = await Desk().HandleAsync(id, Deciding(Sample.Ada, 1, Sample.Yes), Token);
        Assert.Equal(RefusalCode.Closed, Assert.IsType<Verdict.Refused>(answer.Verdict).Refusal.Code);
        Assert.Equal(OutcomeKind.Rejected, answer.Request!.Outcome!.Kind);
    }

    [Fact]
    public async Task Two_seats_that_answer_at_once_through_two_machines_are_both_heard()
    {
        var id = await AskAsync(Tier.Written);
        var other = Desk();
        _store.Between = () => other.HandleAsync(id, Deciding(Sample.Ada, 1, Sample.Yes), Token).GetAwaiter().GetResult();
        var answer = await Desk().HandleAsync(id, Deciding(Sample.Bob, 2, Sample.Yes), Token);
        Assert.Equal(OutcomeKind.Approved, answer.Request!.Outcome!.Kind);
        Assert.Single(_store.Effects, e => e.Effect is Effect.IssueRecord);
    }

    [Fact]
    public async Task Many_clicks_at_once_make_one_decision()
    {
        var id = await AskAsync(Tier.Review);
        var desk = Desk();
        var commands = Enumerable.Range(0, 20).Select(i => Deciding(Sample.Ada, 1, i % 2 == 0 ? Sample.Yes : Sample.No())).ToList();
        var answers = await Task.WhenAll(commands.Select(c => Task.Run(() => desk.HandleAsync(id, c, Token), Token)));
        Assert.Single(answers, a => a.Verdict is Verdict.Accepted);
        Assert.Single((await desk.HistoryAsync(id, Token))!.Events, e => e.Event is Event.DecisionMade);
    }

    [Fact]
    public async Task Stream_that_others_keep_writing_to_is_given_up()
    {
        var id = await AskAsync(Tier.Review);
        void Write()
        {
            _store.Between = null;
            Desk().HandleAsync(id, new Command.AddNote(By(Sample.Admin), "Again.", null), Token).GetAwaiter().GetResult();
            _store.Between = Write;
        }

        _store.Between = Write;
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Desk().HandleAsync(id, Deciding(Sample.Ada, 1, Sample.Yes), Token));
        Assert.Equal($"Request {id} was changed by others 32 times in a row.", thrown.Message);
    }

    [Fact]
    public async Task Hot_state_spares_the_load_and_a_conflict_brings_it_back()
    {
        var id = await AskAsync(Tier.Written);
        var desk = Desk(new HotStates(10));
        await desk.FindAsync(id, Token);
        await desk.HandleAsync(id, new Command.AddNote(By(Sample.Admin), "One.", null), Token);
        var loads = _store.Loads;
        await desk.HandleAsync(id, new Command.AddNote(By(Sample.Admin), "Two.", null), Token);
        Assert.Equal(loads, _store.Loads);
        // Another machine writes all the same: the hot state does not fit any more.
        await Desk().HandleAsync(id, Deciding(Sample.Ada, 1, Sample.No()), Token);
        Assert.IsType<Verdict.Refused>((await desk.HandleAsync(id, Deciding(Sample.Bob, 2, Sample.Yes), Token)).Verdict);
    }

    [Fact]
    public async Task History_shows_where_the_chain_was_broken()
    {
        var id = await AskAsync(Tier.Review);
        var whole = (await Desk().HistoryAsync(id, Token))!;
        Assert.Equal((null, whole.Stored.Count, RequestStatus.Deciding), (whole.FirstBreak, whole.Events.Count, whole.Request.Status));
        _store.Tamper(id, 1, e => e with { Json = e.Json.Replace("Review", "Notify", StringComparison.Ordinal) });
        Assert.Equal(2, (await Desk().HistoryAsync(id, Token))!.FirstBreak);
    }

    private sealed class OnePolicy(Policy policy) : IPolicies
    {
        public Policy Current => policy;
    }
}
