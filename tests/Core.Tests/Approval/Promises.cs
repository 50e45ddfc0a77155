using System.Globalization;
using System.Text.Json;
using CsCheck;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Records;

namespace Core.Tests.Approval;

/// <summary>The promises of the process, each over arbitrary stories. The oracles look at events, never at the decider's own rules.</summary>
public class Promises
{
    private const long InCi = 10_000;

    // A nightly run sets it to 100,000, a mutation run to a few hundred.
    private static readonly long Stories = long.Parse(Environment.GetEnvironmentVariable("APPROVALS_STORIES") ?? $"{InCi}", CultureInfo.InvariantCulture);

    private static void Hold(Action<Play> promise, Gen<Scenario>? scenarios = null) =>
        (scenarios ?? Scenario.Any).Sample(s => promise(Play.Of(s)), iter: Stories, print: s => s.ToString());

    [Fact]
    public void Stories_reach_every_event_outcome_and_refusal()
    {
        Assert.SkipWhen(Stories < InCi, "So few stories do not reach everything.");
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        Hold(play =>
        {
            foreach (var step in play.Steps)
            {
                foreach (var e in step.Events)
                {
                    seen.AddOrUpdate(e.GetType().Name, 1, (_, n) => n + 1);
                    if (e is Event.RequestClosed closed)
                    {
                        seen.AddOrUpdate($"{closed.Outcome.Kind} {step.After!.Assessment?.Tier}", 1, (_, n) => n + 1);
                    }
                }

                if (step.Verdict is Verdict.Refused refused)
                {
                    seen.AddOrUpdate(refused.Refusal.Code.ToString(), 1, (_, n) => n + 1);
                }
            }
        });

        // Nobody with an interest is ever asked, so NotEntitled is a second lock: it has a test of its own.
        RefusalCode[] notByStories =
            [RefusalCode.UnknownRequest, RefusalCode.DifferentContent, RefusalCode.IdTaken, RefusalCode.TooLong, RefusalCode.NotEntitled];
        string[] expected =
        [
            .. typeof(Event).GetNestedTypes().Select(t => t.Name),
            .. Enum.GetValues<RefusalCode>().Except(notByStories).Select(c => c.ToString()),
            "Approved Review", "Approved Written", "Acknowledged Notify", "Rejected Notify", "Rejected Review", "Rejected Written",
            "Expired Review", "Expired Written", "Withdrawn Written",
        ];
        Assert.Empty(expected.Where(e => seen.GetValueOrDefault(e) < 20).Select(e => $"{e}: {seen.GetValueOrDefault(e)}"));
    }

    [Fact]
    public void Promise_1_written_approval_has_a_distinct_entitled_person_for_every_seat() => Hold(play =>
    {
        foreach (var step in play.Steps.Where(s => Closes(s, OutcomeKind.Approved) && s.After!.Assessment!.Tier == Tier.Written))
        {
            var state = step.After!;
            var seats = state.Assessment!.Route.Stages.SelectMany(s => s.Seats).Select(s => s.Role).ToList();
            var approvals = state.Decisions.Where(d => d.Counts && d.Decision.Kind is DecisionKind.Approve or DecisionKind.ApproveWithConditions).ToList();
            Assert.Equal(seats.Order(), approvals.Select(a => a.Seat).Order());
            Assert.Equal(approvals.Count, approvals.Select(a => a.By.Id).Distinct().Count());
            Assert.All(approvals, a => Assert.Equal((ActorKind.Approver, Authentication.MailedLinkAndCode), (a.By.Kind, a.By.Authentication)));
            var interested = Scenario.People.Where(p => Interested(state, p)).Select(p => p.Id);
            Assert.Empty(approvals.Select(a => a.By.Id).Intersect(interested));
        }
    });

    [Fact]
    public void Promise_3_only_a_person_who_was_asked_approves_anything_above_notify() => Hold(play =>
    {
        foreach (var step in play.Steps)
        {
            Assert.True(!Closes(step, OutcomeKind.Approved) || step.Command is Command.Decide { Stamp.By.Kind: ActorKind.Approver });
            Assert.True(!Closes(step, OutcomeKind.Acknowledged) || step.After!.Assessment!.Tier == Tier.Notify);
            Assert.True(step.Command.Stamp.By.Kind != ActorKind.Admin || step.Events.All(IsAnAdmins));
        }
    });

    [Fact]
    public void Promise_2_with_people_depicted_nothing_is_approved_without_a_standing_consent_of_each() => Hold(play =>
    {
        foreach (var step in play.Steps.Where(s => Closes(s, OutcomeKind.Approved)))
        {
            var state = step.After!;
            if (state.Assessment!.Route.Terms.Consent is not { } demand)
            {
                continue;
            }

            var day = DateOnly.FromDateTime(step.Command.Stamp.At.UtcDateTime);
            foreach (var person in state.Declaration.PeopleDepicted)
            {
                Assert.Contains(state.Consents, c => string.Equals(c.Evidence.Person, person, StringComparison.OrdinalIgnoreCase)
                    && demand.Kinds.Contains(c.Evidence.Kind)
                    && c.Check is { Accepted: true, By.Kind: ActorKind.Approver }
                    && c.Evidence.From <= day && (c.Evidence.Until is null || c.Evidence.Until >= day));
            }
        }
    });

    [Fact]
    public void Promise_2_approval_is_suspended_once_a_consent_it_rests_on_has_ended() => Hold(play =>
    {
        var end = play.Story.Now.AddYears(2);
        for (var i = 0; i < 200 && DueTimes.Next(play.Story.State!) is { } due && due < end; i++)
        {
            play.CarryAll();
            play.Ring();
        }

        if (play.Story.State is { Approval: { Standing: Standing.InForce, Terms.Consent: not null } approval } state)
        {
            Assert.All(approval.Declaration.PeopleDepicted, person => Assert.Contains(state.Consents, c =>
                string.Equals(c.Evidence.Person, person, StringComparison.OrdinalIgnoreCase) && c.Check is { Accepted: true } && c.Evidence.Covers(play.Story.Now)));
        }
    });

    [Fact]
    public void Promise_4_assessed_tier_never_falls() => Hold(play =>
    {
        foreach (var step in play.Steps.Where(s => s.Before?.Assessment is not null))
        {
            Assert.True(step.After!.Assessment!.Tier >= step.Before!.Assessment!.Tier);
        }
    });

    [Fact]
    public void Promise_5_open_request_always_has_a_due_instant_or_an_effect_in_flight() => Hold(play =>
    {
        foreach (var state in play.Steps.Select(s => s.After!).Where(s => s.Status != RequestStatus.Closed))
        {
            Assert.True(DueTimes.Next(state) is not null);
        }
    });

    [Fact]
    public void Promise_5_request_left_alone_by_everybody_comes_to_an_end() => Hold(play =>
    {
        for (var i = 0; i < 200 && play.Story.State!.Status != RequestStatus.Closed; i++)
        {
            play.CarryAll();
            play.Ring();
        }

        Assert.Equal(RequestStatus.Closed, play.Story.State!.Status);
    });

    [Fact]
    public void Promise_5_wake_at_the_due_instant_moves_the_next_one_on() => Hold(play =>
    {
        for (var i = 0; i < 50 && DueTimes.Next(play.Story.State!) is { } due; i++)
        {
            var before = play.Story.State!.Version;
            play.Ring();
            Assert.True(play.Story.State.Version > before, $"Nothing was due at {due:u}.");
        }
    });

    [Fact]
    public void Promise_6_nothing_changes_after_the_close_but_revoke_amend_notes_and_what_time_brings() => Hold(play =>
    {
        foreach (var step in play.Steps.Where(s => s.Before?.Status == RequestStatus.Closed && s.After!.Status == RequestStatus.Closed))
        {
            Assert.All(step.Events, e => Assert.True(e is Event.EffectDelivered or Event.DeliveryBounced or Event.DeliveryRetried or Event.ApprovalRevoked or Event.ApprovalSuspended
                or Event.ApprovalReinstated or Event.ApprovalLapsed or Event.ExpiryReminded or Event.ObligationOverdue or Event.NoteAdded
                or Event.ConsentAttached or Event.ConsentChecked));
            Assert.Same(step.Before!.Outcome, step.After!.Outcome);
            Assert.Same(step.Before.Decisions, step.After.Decisions);
            Assert.Same(step.Before.Asks, step.After.Asks);
        }

        Assert.All(
            play.Steps.Where(s => s.Before?.Status == RequestStatus.Closed && s.After!.Status != RequestStatus.Closed),
            step => Assert.Contains(step.Events, e => e is Event.AmendmentOpened));
    });

    [Fact]
    public void Promise_6_what_was_revoked_or_has_lapsed_never_holds_again() => Hold(play =>
    {
        foreach (var step in play.Steps.Where(s => s.Before?.Approval is { IsAlive: false }))
        {
            Assert.True(step.After!.Approval!.Standing == step.Before!.Approval!.Standing || step.After.Approval.Amendment > step.Before.Approval.Amendment);
        }
    });

    [Fact]
    public void Promise_7_command_sent_twice_has_one_effect() => Hold(play =>
    {
        var before = (play.Story.State!.Version, play.Story.EffectsSoFar.Count);
        foreach (var step in play.Steps.Where(s => s.Events.Count > 0).ToList())
        {
            play.Story.Do(step.Command);
            Assert.Null(play.Story.Refusal);
        }

        Assert.Equal(before, (play.Story.State.Version, play.Story.EffectsSoFar.Count));
        Assert.Equal(play.Story.EffectsSoFar.Count, play.Story.EffectsSoFar.Select(e => e.Key).Distinct().Count());
    });

    [Fact]
    public void Promise_8_late_foreign_or_overtaken_decision_is_refused_in_words_and_changes_nothing() => Hold(play =>
    {
        foreach (var step in play.Steps.Where(s => s.Command is Command.Decide))
        {
            var command = (Command.Decide)step.Command;
            var ask = step.Before!.Asks.SingleOrDefault(a => a.Number == command.Ask);
            var rightful = step.Before.Status == RequestStatus.Deciding
                && ask is { Retired: null or RetirementReason.Decided }
                && ask.Amendment == step.Before.Amendment
                && ask.Person.Id == command.Stamp.By.Id
                && command.Stamp.By.Kind == ActorKind.Approver;
            if (!rightful && !step.Before.Commands.Contains(command.Stamp.CommandId))
            {
                var refused = Assert.IsType<Verdict.Refused>(step.Verdict);
                Assert.NotEmpty(refused.Refusal.Message);
            }

            if (step.Verdict is Verdict.Refused)
            {
                Assert.Same(step.Before, step.After);
            }
        }
    });

    [Fact]
    public void Promise_9_pinned_policy_changes_only_by_an_admins_order_or_for_a_new_version_of_the_use() => Hold(play =>
    {
        foreach (var step in play.Steps.Where(s => s.Before?.Assessment is not null))
        {
            var (before, after) = (step.Before!, step.After!);
            Assert.True(
                before.Assessment!.Policy == after.Assessment!.Policy || before.PolicyOrdered == after.Assessment.Policy || before.IsUnjudged);
        }

        Assert.All(play.Steps.SelectMany(s => s.Events, (s, e) => (s, e)).Where(x => x.e is Event.ReassessmentOrdered), x =>
            Assert.Equal(ActorKind.Admin, x.s.Command.Stamp.By.Kind));
    });

    [Fact]
    public void Promise_10_stored_events_fold_to_the_same_state() => Hold(play =>
    {
        var stored = Store(play);
        var folded = Evolution.Fold(stored.Select(EventCodec.Decode));
        Assert.Equal(Text(play.Story.State!), Text(folded!));
    });

    [Fact]
    public void Promise_11_altered_chain_is_detected() => Gen.Select(Scenario.Any, Gen.Int[0, 5], Gen.Int[0, 10_000]).Sample(
        (scenario, kind, place) =>
        {
            var stored = Store(Play.Of(scenario));
            var id = Sample.Id.ToString();
            Assert.Null(AuditChain.FirstBreak(id, stored));
            var at = place % stored.Count;
            var e = stored[at];
            switch (kind)
            {
                case 0:
                    var c = place % e.Json.Length;
                    stored[at] = e with { Json = $"{e.Json[..c]}{(char)(e.Json[c] ^ 1)}{e.Json[(c + 1)..]}" };
                    break;
                case 1:
                    stored[at] = e with { Type = e.Type + "x" };
                    break;
                case 2:
                    stored[at] = e with { Version = e.Version + 1 };
                    break;
                case 3:
                    stored.Insert(at, e);
                    break;
                case 4 when at < stored.Count - 1:
                    stored.RemoveAt(at);
                    break;
                default:
                    stored[at] = e with { Hash = new string(e.Hash.Reverse().ToArray()) };
                    break;
            }

            Assert.NotNull(AuditChain.FirstBreak(id, stored));
            Assert.NotNull(AuditChain.FirstBreak("GAI-0000-0000", Store(Play.Of(scenario))));
        },
        iter: Stories);

    // Which channel may say what is Web's to clear; nothing can leak from what waits to be said, for it says nothing yet.
    [Fact]
    public void Promise_12_effect_carries_nothing_of_what_was_declared_or_said() => Hold(play =>
    {
        var declaration = play.Story.State!.Declaration;
        string[] words = [declaration.Title, declaration.Description, .. declaration.PeopleDepicted, .. declaration.Beneficiaries, "Not with this cast.", "Which voice?", "Because."];
        foreach (var stored in play.Story.EffectsSoFar.Select(e => EffectCodec.Encode(e.Effect).Json))
        {
            Assert.All(words, word => Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase));
        }
    });

    [Fact]
    public void Story_that_breaks_a_promise_reads_as_who_did_what_and_what_came_of_it()
    {
        var text = new Scenario(Tier.Review, 0, Complete: true, 6, [new Move(MoveKind.CarryAll, 0, 0, 0), new Move(MoveKind.DecideWell, 0, 0, 0)]).ToString();
        Assert.Contains("Submitter sam@crew.example: Submit -> RequestSubmitted", text, StringComparison.Ordinal);
        Assert.Contains("Approver ada: Decide -> DecisionMade, AskRetired, StageCompleted, RequestClosed", text, StringComparison.Ordinal);
    }

    private static bool IsAnAdmins(Event e) => e is Event.DeliveryRetried or Event.SeatAssigned or Event.AskRetired { Reason: RetirementReason.Reassigned }
        or Event.PersonAsked or Event.StageReached or Event.PersonNudged or Event.DeadlineMoved or Event.ReassessmentOrdered or Event.NoteAdded;

    private static bool Closes(Step step, OutcomeKind kind) =>
        step.Events.OfType<Event.RequestClosed>().Any(c => c.Outcome.Kind == kind);

    private static bool Interested(RequestState state, Person person) =>
        state.Submission.Submitter.Email == person.Email
        || state.Declaration.PeopleDepicted.Concat(state.Declaration.Beneficiaries)
            .Any(n => n.StartsWith(person.Name, StringComparison.OrdinalIgnoreCase));

    private static List<StoredEvent> Store(Play play)
    {
        var stored = new List<StoredEvent>();
        foreach (var happened in play.Story.Events)
        {
            stored.Add(EventCodec.Encode(Sample.Id, happened, stored.Count == 0 ? null : stored[^1].Hash));
        }

        return stored;
    }

    private static string Text(RequestState state) => JsonSerializer.Serialize(
        state with { Commands = [], Deliveries = state.Deliveries.Clear() }, EventJson.Default.RequestState)
        + string.Join('|', state.Commands.Order())
        + string.Join('|', state.Deliveries.OrderBy(d => d.Key.Value).Select(d => $"{d.Key}={d.Value}"));
}
