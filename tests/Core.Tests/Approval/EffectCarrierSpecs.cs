using Core.Tests.Policies;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>What becomes of each effect in the hands of the courier, over a small house in memory.</summary>
public sealed class EffectCarrierSpecs : IPolicies, IDirectory, IMessenger, IRecordOffice, ISecondReader
{
    private readonly MemoryStore _store = new();
    private readonly FakeTimeProvider _clock = new(Sample.Monday);
    private readonly List<Effect> _said = [];
    private readonly List<string> _askedFor = [];
    private readonly ApprovalDesk _desk;
    private readonly EffectCarrier _carrier;
    private Away? _away;
    private bool _keepsPolicies = true;
    private IReadOnlyList<ModelClearance> _cleared = [];
    private int _read;
    private int _commands;

    public EffectCarrierSpecs()
    {
        _desk = new ApprovalDesk(_store, this, _clock);
        _carrier = new EffectCarrier(_desk, this, this, this, this, _clock, this);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    Policy IPolicies.Current => BuiltIn.Policy with { Models = _cleared };

    string ISecondReader.Host => "ai.studio.example";

    Policy? IPolicies.Find(PolicyStamp stamp) => _keepsPolicies ? BuiltIn.Policy : null;

    Task<IReadOnlyList<string>> IDirectory.ProductionsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    Task<IReadOnlyList<Person>> IDirectory.ColleaguesAsync(string production, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Person>>([]);

    Task<IReadOnlyList<Person>> IDirectory.AdminsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Person>>([]);

    Task<IReadOnlyList<Staffing>> IDirectory.FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        _askedFor.AddRange(roles);
        return Task.FromResult<IReadOnlyList<Staffing>>(
            [.. roles.Select(role => new Staffing(role, [new Candidate(Sample.Ada, Capacity.Holder, _away), new Candidate(Sample.Cleo, Capacity.Deputy)]))]);
    }

    Task<Reading> ISecondReader.ReadAsync(SecondQuestion question, CancellationToken cancellationToken)
    {
        _read++;
        var words = question.Texts[0].Text;
        return Task.FromResult(new Reading(new ModelStamp("reader-1", "ai.studio.example", "1", ModelOutcome.Answered), [new Claim(FindingCode.MisleadingContent, words)]));
    }

    Task<Delivery> IMessenger.DeliverAsync(RequestState request, KeyedEffect effect, CancellationToken cancellationToken)
    {
        _said.Add(effect.Effect);
        return Task.FromResult(new Delivery("mail", $"id-{effect.Key}", null));
    }

    Task<Delivery> IRecordOffice.IssueAsync(RequestState request, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult(new Delivery(Delivery.RecordChannel, $"hash-of-{events.Count}", null));

    private async Task<RequestId> SubmitAsync() => (await _desk.SubmitAsync(Sample.Submission(), Authentication.MailedLink, Token)).Request!.Id;

    private async Task<RequestId> AskAsync(Stage? stage = null)
    {
        var id = await SubmitAsync();
        var assessment = Sample.Assessment(Tier.Review, Sample.Route(Tier.Review) with { Stages = [stage ?? Sample.Stage(Tier.Review, ["creative"])] });
        await DoAsync(id, new Command.RecordAssessment(By(Actor.System), Key<Effect.Classify>(), 1, assessment));
        await CarryAsync<Effect.FindPeople>(id);
        return id;
    }

    private Stamp By(Actor actor) => new($"c{++_commands}", _clock.GetUtcNow(), actor);

    private Task<DeskAnswer> DoAsync(RequestId id, Command command) => _desk.HandleAsync(id, command, Token);

    private EffectKey Key<T>() => Last<T>().Key;

    private KeyedEffect Last<T>() => _store.Effects.Last(e => e.Effect is T);

    private async Task<RequestState> CarryAsync<T>(RequestId id)
    {
        await _carrier.CarryAsync(id, Last<T>(), Token);
        return (await _desk.FindAsync(id, Token))!;
    }

    [Fact]
    public async Task New_request_is_judged_by_the_policy_in_force()
    {
        var id = await SubmitAsync();
        var state = await CarryAsync<Effect.Classify>(id);
        Assert.Equal((RequestStatus.Assessed, BuiltIn.Policy.Stamp), (state.Status, state.Assessment!.Policy));
        Assert.Equal(Key<Effect.Classify>(), _store.Appended[^1].Completes);
    }

    [Fact]
    public async Task Model_that_the_policy_clears_reads_as_well()
    {
        _cleared = [new ModelClearance("ai.studio.example", PersonalData: false, ModelWord.Doubt)];
        var state = await CarryAsync<Effect.Classify>(await SubmitAsync());
        Assert.Contains(state.Assessment!.Doubts, d => d.Rule == "model-misleading-content");
        Assert.Equal((1, "reader-1"), (_read, state.Assessment.Model!.Model));
    }

    [Fact]
    public async Task Model_that_the_policy_does_not_clear_is_not_asked()
    {
        var state = await CarryAsync<Effect.Classify>(await SubmitAsync());
        Assert.Equal((0, null), (_read, state.Assessment!.Model));
    }

    [Fact]
    public async Task Request_whose_policy_was_not_kept_is_judged_by_no_other()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Decide(By(Sample.Deciding(Sample.Ada)), 1, Sample.Ask()));
        await DoAsync(id, new Command.ProvideInformation(By(Sample.Submitting), "My own.", null, []));
        _keepsPolicies = false;
        var thrown = await Assert.ThrowsAsync<PolicyNotKeptException>(() => CarryAsync<Effect.Classify>(id));
        Assert.Equal("The text of policy test 1 (00) is not kept here. Restore it from a backup.", thrown.Message);
        _keepsPolicies = true;
        Assert.Equal("test", (await CarryAsync<Effect.Classify>(id)).Assessment!.Policy.Id);
    }

    [Fact]
    public async Task Request_that_an_admin_has_judged_anew_is_judged_by_the_policy_ordered()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Reassess(By(Sample.Admin), BuiltIn.Policy.Stamp, "It changed."));
        Assert.Equal(BuiltIn.Policy.Stamp, (await CarryAsync<Effect.Classify>(id)).Assessment!.Policy);
    }

    [Fact]
    public async Task Words_of_answers_are_judged_too()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Decide(By(Sample.Deciding(Sample.Ada)), 1, Sample.Ask()));
        await DoAsync(id, new Command.ProvideInformation(By(Sample.Submitting), "We clone the voice of the singer.", null, []));
        Assert.Equal(Tier.Written, (await CarryAsync<Effect.Classify>(id)).Assessment!.Tier);
    }

    [Fact]
    public async Task Directory_is_asked_for_the_seats_and_for_the_other_role()
    {
        await AskAsync(Sample.Stage(Tier.Review, ["creative"]) with { Escalation = [Capacity.OtherRole], OtherRole = "head" });
        Assert.Equal(["creative", "head"], _askedFor);
    }

    [Fact]
    public async Task Directory_is_asked_for_the_seats_alone_where_there_is_no_other_role()
    {
        await AskAsync();
        Assert.Equal(["creative"], _askedFor);
    }

    [Fact]
    public async Task Question_is_said_and_its_delivery_recorded()
    {
        var id = await AskAsync();
        var state = await CarryAsync<Effect.PutAsk>(id);
        Assert.Equal([new Effect.PutAsk(1)], _said);
        Assert.Equal("mail", state.Deliveries[Key<Effect.PutAsk>()].Channel);
    }

    [Fact]
    public async Task Effect_carried_twice_is_recorded_once()
    {
        var id = await AskAsync();
        await CarryAsync<Effect.PutAsk>(id);
        var before = _store.Appended.Count;
        await CarryAsync<Effect.PutAsk>(id);
        Assert.Equal(0, _store.Appended.Skip(before).Sum(a => a.Events.Count));
    }

    [Fact]
    public async Task Question_settled_meanwhile_is_not_said()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Decide(By(Sample.Deciding(Sample.Ada)), 1, Sample.Yes));
        var state = await CarryAsync<Effect.PutAsk>(id);
        Assert.Empty(_said);
        Assert.Equal(("overtaken", null), (state.Deliveries[Key<Effect.PutAsk>()].Channel, state.Deliveries[Key<Effect.PutAsk>()].Failure));
    }

    [Fact]
    public async Task Reminder_of_a_settled_question_is_not_said()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Nudge(By(Sample.Admin), 1, "Soon."));
        await DoAsync(id, new Command.Withdraw(By(Sample.Submitting), null));
        await CarryAsync<Effect.Remind>(id);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Submitter_is_not_reminded_of_a_question_they_have_answered()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Decide(By(Sample.Deciding(Sample.Ada)), 1, Sample.Ask()));
        var asked = Last<Effect.TellSubmitter>();
        await _carrier.CarryAsync(id, asked, Token);
        Assert.Equal([new Effect.TellSubmitter(Notice.InformationNeeded)], _said);
        _clock.SetUtcNow(Sample.March(3, 13));
        await DoAsync(id, new Command.Wake(By(Actor.System)));
        await DoAsync(id, new Command.ProvideInformation(By(Sample.Submitting), "My own.", null, []));
        await CarryAsync<Effect.TellSubmitter>(id);
        Assert.Single(_said);
    }

    [Fact]
    public async Task Close_is_not_said_of_a_request_that_goes_round_again()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Decide(By(Sample.Deciding(Sample.Ada)), 1, Sample.Yes));
        var closed = _store.Effects.Single(e => e.Effect is Effect.TellSubmitter { Notice: Notice.Closed });
        await CarryAsync<Effect.IssueRecord>(id);
        await DoAsync(id, new Command.Amend(By(Sample.Submitting), null, "Once more."));
        await _carrier.CarryAsync(id, closed, Token);
        Assert.Empty(_said);
        await CarryAsync<Effect.TellSubmitter>(id);
        Assert.Equal([new Effect.TellSubmitter(Notice.AmendmentReceived)], _said);
    }

    [Fact]
    public async Task Close_is_said_of_a_request_that_is_closed()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Withdraw(By(Sample.Submitting), null));
        await CarryAsync<Effect.TellSubmitter>(id);
        Assert.Equal([new Effect.TellSubmitter(Notice.Closed)], _said);
    }

    [Fact]
    public async Task People_of_a_stage_that_is_over_are_not_looked_for()
    {
        var id = await AskAsync();
        _askedFor.Clear();
        await _carrier.CarryAsync(id, new KeyedEffect(new EffectKey("late"), new Effect.FindPeople(1)), Token);
        Assert.Empty(_askedFor);
    }

    [Fact]
    public async Task Record_is_issued_over_all_that_is_stored()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Decide(By(Sample.Deciding(Sample.Ada)), 1, Sample.Yes));
        var stored = (await _desk.HistoryAsync(id, Token))!.Stored.Count;
        Assert.Equal($"hash-of-{stored}", (await CarryAsync<Effect.IssueRecord>(id)).RecordHash);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Person_who_is_away_when_reminded_is_joined_instead()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Nudge(By(Sample.Admin), 1, "Soon."));
        _away = new Away(Sample.March(9));
        var state = await CarryAsync<Effect.Remind>(id);
        Assert.Empty(_said);
        Assert.Equal(["ada", "cleo"], state.OpenAsks.Select(a => a.Person.Id));
        Assert.Equal(Sample.March(9), state.Asks[0].AwayUntil);
    }

    [Fact]
    public async Task Person_known_to_be_away_and_one_whose_absence_is_over_are_reminded()
    {
        var id = await AskAsync();
        await DoAsync(id, new Command.Nudge(By(Sample.Admin), 1, "Soon."));
        _away = new Away(Sample.Monday);
        await CarryAsync<Effect.Remind>(id);
        Assert.Equal([new Effect.Remind(1)], _said);
        await DoAsync(id, new Command.NoteAbsence(By(Actor.System), null, "ada", Sample.March(9)));
        await DoAsync(id, new Command.Nudge(By(Sample.Admin), 1, "Soon."));
        _away = new Away(Sample.March(9));
        await CarryAsync<Effect.Remind>(id);
        Assert.Equal(2, _said.Count);
    }

    [Fact]
    public async Task Effect_that_is_given_up_is_recorded_with_its_reason_each_time()
    {
        var id = await AskAsync();
        await _carrier.GiveUpAsync(id, Last<Effect.PutAsk>(), "No route.", Token);
        Assert.Equal("No route.", (await _desk.FindAsync(id, Token))!.Deliveries[Key<Effect.PutAsk>()].Failure);
        Assert.Null(_store.Appended[^1].Completes);
        _clock.Advance(TimeSpan.FromHours(1));
        await _carrier.GiveUpAsync(id, Last<Effect.PutAsk>(), "Still none.", Token);
        Assert.Equal("Still none.", (await _desk.FindAsync(id, Token))!.Deliveries[Key<Effect.PutAsk>()].Failure);
    }

    [Fact]
    public async Task Effect_of_no_request_is_a_fault()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => _carrier.CarryAsync(Sample.Id, new KeyedEffect(new EffectKey("lost"), new Effect.PutAsk(1)), Token));
        Assert.Equal("Effect lost belongs to a request that is not stored.", thrown.Message);
    }
}
