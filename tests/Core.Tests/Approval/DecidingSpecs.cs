using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

public class DecidingSpecs
{
    [Fact]
    public void Complete_declaration_is_classified_and_its_submitter_told() =>
        Assert.Equal(
            [new Effect.TellSubmitter(Notice.Received), new Effect.Classify(1)],
            Story.Submitted().InFlight.Values.Select(e => e.Effect));

    [Fact]
    public void Same_submission_again_changes_nothing()
    {
        var story = Story.Submitted();
        story.Do(s => new Command.Submit(s.By(Sample.Submitting), Sample.Id, Sample.Submission(), new Clock([], s.Now)));
        Assert.Equal(1, story.State!.Version);
        Assert.Null(story.Refusal);
    }

    [Fact]
    public void Same_intake_key_with_another_content_is_refused()
    {
        var story = Story.Submitted();
        var other = Sample.Submission() with { Fingerprint = "f2" };
        story.Do(s => new Command.Submit(s.By(Sample.Submitting), Sample.Id, other, new Clock([], s.Now)));
        Assert.Equal(RefusalCode.DifferentContent, story.Refusal?.Code);
    }

    [Fact]
    public void Incomplete_mail_waits_for_its_submitter_and_is_not_classified()
    {
        var story = Story.Submitted(Sample.Declaration with { Principles = new PrincipleAnswers(Answer.Yes) });
        Assert.Equal(RequestStatus.AwaitingInfo, story.State!.Status);
        Assert.Equal(["p2", "p3", "p4", "p5"], story.State.Question!.Fields);
        Assert.Equal([new Effect.TellSubmitter(Notice.CompletionNeeded)], story.InFlight.Values.Select(e => e.Effect));
    }

    [Fact]
    public void Incomplete_mail_once_completed_is_classified()
    {
        var story = Story.Submitted(Sample.Declaration with { Use = null }).Answer("", Sample.Declaration);
        Assert.Equal(RequestStatus.Submitted, story.State!.Status);
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.Classify { Revision: 2 });
    }

    [Fact]
    public void Incomplete_mail_completed_only_in_part_is_refused_with_what_is_missing()
    {
        var story = Story.Submitted(Sample.Declaration with { Use = null, Production = null }).Answer("", Sample.Declaration with { Use = null });
        Assert.Equal((RefusalCode.Incomplete, "Still missing: use."), (story.Refusal!.Code, story.Refusal.Message));
    }

    [Fact]
    public void Incomplete_mail_never_completed_expires_after_a_reminder()
    {
        var story = Story.Submitted(Sample.Declaration with { Use = null }).Ring(2);
        Assert.Single(story.Events, e => e.Event is Event.SubmitterReminded);
        Assert.Equal(OutcomeKind.Expired, story.State!.Outcome!.Kind);
    }

    [Fact]
    public void Notice_that_is_read_is_acknowledged() =>
        Assert.Equal(OutcomeKind.Acknowledged, Story.Asked(Tier.Notify).Decide(Sample.Ada, Sample.Yes).State!.Outcome!.Kind);

    [Fact]
    public void Notice_that_nobody_reads_is_acknowledged_when_everybody_had_their_time() =>
        Assert.Equal(OutcomeKind.Acknowledged, Story.Asked(Tier.Notify).Ring(9).State!.Outcome!.Kind);

    [Fact]
    public void Review_approved_by_its_one_judge_is_approved_for_the_policys_time()
    {
        var outcome = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).State!.Outcome!;
        Assert.Equal((OutcomeKind.Approved, Sample.Monday.AddDays(180)), (outcome.Kind, outcome.ValidUntil));
    }

    [Fact]
    public void Approval_of_a_use_with_a_declared_end_holds_until_that_day_is_over()
    {
        var declaration = Sample.Declaration with { To = new DateOnly(2026, 4, 30) };
        var outcome = Story.Asked(Tier.Review, declaration: declaration).Decide(Sample.Ada, Sample.Yes).State!.Outcome!;
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), outcome.ValidUntil);
    }

    [Fact]
    public void Review_that_nobody_judges_expires_after_reminders_and_escalation()
    {
        var story = Story.Asked(Tier.Review).Ring(9);
        Assert.Equal(OutcomeKind.Expired, story.State!.Outcome!.Kind);
        Assert.Equal(["ada", "cleo"], story.State.Asks.Select(a => a.Person.Id));
        // One reminder in each of three terms: Ada's, Cleo's, and the manager's, whom nobody fills.
        Assert.Equal(3, story.Events.Count(e => e.Event is Event.PersonReminded));
    }

    [Fact]
    public void Written_approval_needs_every_seat()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal(RequestStatus.Deciding, story.State!.Status);
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Bob, Sample.If("Credit the singer.")).State!.Outcome!.Kind);
        Assert.Equal(["Credit the singer."], story.State.Outcome!.Conditions.Select(c => c.Text));
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.IssueRecord);
    }

    [Fact]
    public void Written_approval_by_link_alone_is_refused() =>
        Assert.Equal(
            RefusalCode.SecondStepNeeded,
            Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes, authentication: Authentication.MailedLink).Refusal?.Code);

    [Fact]
    public void Rejection_by_one_seat_closes_and_retires_the_others()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.No());
        Assert.Equal(OutcomeKind.Rejected, story.State!.Outcome!.Kind);
        Assert.Empty(story.State.OpenAsks);
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.RetireAsk { Ask: 2 });
    }

    [Fact]
    public void Rejection_without_a_reason_is_refused_where_the_policy_wants_one() =>
        Assert.Equal(RefusalCode.CommentNeeded, Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.No(" ")).Refusal?.Code);

    [Fact]
    public void Conditional_approval_without_a_condition_is_refused() =>
        Assert.Equal(RefusalCode.CommentNeeded, Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.If(" ")).Refusal?.Code);

    [Fact]
    public void Question_without_words_is_refused() =>
        Assert.Equal(RefusalCode.CommentNeeded, Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask("")).Refusal?.Code);

    [Fact]
    public void Decision_of_somebody_who_was_not_asked_is_refused() =>
        Assert.Equal(RefusalCode.NotYours, Story.Asked(Tier.Review).Decide(Sample.Bob, Sample.Yes, ask: 1).Refusal?.Code);

    [Fact]
    public void Decision_of_an_admin_is_refused()
    {
        var story = Story.Asked(Tier.Review);
        story.Do(s => new Command.Decide(s.By(new Actor(ActorKind.Admin, "ada", "Ada", Authentication.AdminKey)), 1, Sample.Yes));
        Assert.Equal(RefusalCode.NotYours, story.Refusal?.Code);
    }

    [Fact]
    public void Decision_of_an_asked_person_who_turns_out_to_be_depicted_is_refused()
    {
        var asked = Story.Asked(Tier.Review).State!;
        var state = asked with { Submission = asked.Submission with { Declaration = asked.Declaration with { PeopleDepicted = ["Ada Person"] } } };
        var verdict = Decider.Decide(state, new Command.Decide(new Stamp("c", Sample.Monday, Sample.Deciding(Sample.Ada)), 1, Sample.Yes));
        Assert.Equal(RefusalCode.NotEntitled, Assert.IsType<Verdict.Refused>(verdict).Refusal.Code);
    }

    [Fact]
    public void Decision_on_a_question_that_does_not_exist_is_refused() =>
        Assert.Equal(RefusalCode.UnknownAsk, Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes, ask: 7).Refusal?.Code);

    [Fact]
    public void Same_decision_sent_twice_is_refused_and_told_when_the_first_was_made() =>
        Assert.Contains(
            "already decided this on 2 March 2026, 09:00 UTC",
            Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Ada, Sample.Yes).Refusal?.Message);

    [Fact]
    public void Decision_after_the_close_is_refused_and_told_how_it_ended() =>
        Assert.Contains("rejected", Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.No()).Decide(Sample.Bob, Sample.Yes).Refusal?.Message);

    [Fact]
    public void Deputy_who_joined_may_decide_and_the_holder_is_told_that_it_is_settled()
    {
        var story = Story.Asked(Tier.Review).Ring(2).Decide(Sample.Cleo, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.State!.Outcome!.Kind);
        Assert.Equal(RetirementReason.SeatDecided, story.State.Asks[0].Retired);
    }

    [Fact]
    public void Holder_may_still_decide_after_the_deputy_was_added() =>
        Assert.Equal(OutcomeKind.Approved, Story.Asked(Tier.Review).Ring(2).Decide(Sample.Ada, Sample.Yes).State!.Outcome!.Kind);

    [Fact]
    public void Step_with_nobody_to_add_takes_its_time_all_the_same_and_the_admins_are_told()
    {
        var story = Story.Assessed(Tier.Written).Staff(
            Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Bob));
        // A reminder, then both run out of time: Cleo joins for creative, and nobody can join for legal.
        story.Ring(2);
        Assert.Equal(RequestStatus.Deciding, story.State!.Status);
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.TellAdmins { Alert: Alert.NobodyToAdd, Subject: "legal" });
        Assert.Equal(story.State.Asks[2].Clock.Due, story.State.Asks[1].Clock.Due);
        story.Decide(Sample.Bob, Sample.Yes).Decide(Sample.Cleo, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.State.Outcome!.Kind);
    }

    [Fact]
    public void Same_condition_of_two_approvers_is_one_condition() =>
        Assert.Equal(
            ["No reuse."],
            Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.If("No reuse.")).Decide(Sample.Bob, Sample.If("No reuse.")).State!.Outcome!.Conditions.Select(c => c.Text));

    [Fact]
    public void Submitter_is_never_asked()
    {
        var sam = Sample.Person("sam") with { Email = Sample.Sam.Email };
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", sam, Sample.Cleo));
        Assert.Equal(["cleo"], story.State!.Asks.Select(a => a.Person.Id));
    }

    [Theory]
    [InlineData("Ada Person")]
    [InlineData("ada person (as herself)")]
    [InlineData("Ada  Person <ADA@studio.example>")]
    [InlineData("the voice of ada@studio.example")]
    public void Depicted_person_is_never_asked(string named)
    {
        var story = Story.Asked(Tier.Review, declaration: Sample.Declaration with { PeopleDepicted = [named] });
        Assert.Equal(["cleo"], story.State!.Asks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Two_seats_that_want_the_same_person_get_two_people()
    {
        var story = Story.Assessed(Tier.Written).Staff(
            Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Ada));
        Assert.Equal([("creative", "cleo"), ("legal", "ada")], story.State!.Asks.Select(a => (a.Seat, a.Person.Id)));
    }

    [Fact]
    public void Seat_that_nobody_can_fill_asks_nobody_and_tells_the_admins()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal"));
        Assert.Empty(story.State!.Asks);
        Assert.Equal(["legal"], story.State.Vacancy!.Roles);
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.TellAdmins { Alert: Alert.SeatUnfilled, Subject: "legal" });
    }

    [Fact]
    public void Seat_that_could_not_be_filled_is_filled_at_the_next_try()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative")).Ring().Staff(Sample.Staffing("creative", Sample.Ada));
        Assert.Equal(RequestStatus.Deciding, story.State!.Status);
        Assert.Null(story.State.Vacancy);
    }

    [Fact]
    public void Seat_that_stays_empty_lets_a_review_expire()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative"));
        for (var i = 0; i < 20 && story.State!.Status != RequestStatus.Closed; i++)
        {
            story.Ring();
            if (story.InFlight.Values.Any(e => e.Effect is Effect.FindPeople))
            {
                story.Staff(Sample.Staffing("creative"));
            }
        }

        Assert.Equal(OutcomeKind.Expired, story.State!.Outcome!.Kind);
    }

    [Fact]
    public void Question_stops_the_clocks_and_the_answer_sets_them_going_with_what_was_left()
    {
        var story = Story.Asked(Tier.Review).Wait(TimeSpan.FromHours(4)).Decide(Sample.Ada, Sample.Ask());
        story.Wait(TimeSpan.FromHours(20)).Answer().Assess(Sample.Assessment(Tier.Review));
        // Four of sixteen hours were used on Monday; twelve are left from Tuesday 09:00.
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 13, 0, 0, TimeSpan.Zero), story.State!.Asks[0].Clock.Due);
    }

    [Fact]
    public void Answer_is_put_before_everybody_who_was_asked()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask());
        var before = story.EffectsSoFar.Count;
        story.Answer().Assess(Sample.Assessment(Tier.Written));
        Assert.Equal([1, 2], story.EffectsSoFar.Skip(before).Select(e => e.Effect).OfType<Effect.PutAsk>().Select(a => a.Ask));
    }

    [Fact]
    public void Decision_while_an_answer_is_awaited_is_refused() =>
        Assert.Equal(
            RefusalCode.NotNow,
            Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Decide(Sample.Bob, Sample.Yes).Refusal?.Code);

    [Fact]
    public void Question_that_nobody_answers_lets_the_request_expire() =>
        Assert.Equal(OutcomeKind.Expired, Story.Asked(Tier.Notify).Decide(Sample.Ada, Sample.Ask()).Ring(2).State!.Outcome!.Kind);

    [Fact]
    public void Answer_that_raises_the_tier_starts_the_route_again_and_earlier_yeses_no_longer_count()
    {
        var two = Sample.Assessment(Tier.Review, Sample.Route(Tier.Review, "creative", "legal"));
        var story = Story.Asked(Tier.Review, two).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.Ask()).Answer().Assess(Sample.Assessment(Tier.Written));
        Assert.Equal((Tier.Written, RequestStatus.Assessed), (story.State!.Assessment!.Tier, story.State.Status));
        Assert.Empty(story.State.OpenAsks);
        Assert.DoesNotContain(story.State.Decisions, d => d.Approves);
    }

    [Fact]
    public void Answer_that_would_lower_the_tier_leaves_it_where_it_was()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Answer().Assess(Sample.Assessment(Tier.Notify));
        Assert.Equal(Tier.Written, story.State!.Assessment!.Tier);
        Assert.Equal(["creative", "legal"], story.State.Stage!.Seats.Select(s => s.Role));
    }

    [Fact]
    public void Answer_that_adds_a_role_asks_that_role_too()
    {
        var wider = Sample.Assessment(Tier.Written, Sample.Route(Tier.Written, "creative", "talent"));
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Answer().Assess(wider);
        Assert.Equal(["creative", "legal", "talent"], story.State!.Stage!.Seats.Select(s => s.Role));
        Assert.Equal(3, story.State.Stage.Quorum);
    }

    [Fact]
    public void Answer_that_names_an_asked_person_as_depicted_takes_the_question_from_them()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask())
            .Answer("It is you!", Sample.Declaration with { PeopleDepicted = ["Ada Person"] }).Assess(Sample.Assessment(Tier.Review))
            .Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo));
        Assert.Equal(["cleo"], story.State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Answer_of_somebody_else_is_refused()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask());
        story.Do(s => new Command.ProvideInformation(
            s.By(Sample.Submitting with { Id = "eve@crew.example" }), "Trust me.", null, []));
        Assert.Equal(RefusalCode.NotYours, story.Refusal?.Code);
    }

    [Fact]
    public void Withdrawn_request_retires_its_questions()
    {
        var story = Story.Asked(Tier.Written).Withdraw();
        Assert.Equal(OutcomeKind.Withdrawn, story.State!.Outcome!.Kind);
        Assert.Equal(2, story.InFlight.Values.Count(e => e.Effect is Effect.RetireAsk));
    }

    [Fact]
    public void Quorum_of_any_is_reached_by_the_first_yes()
    {
        var any = Sample.Assessment(Tier.Review, Sample.Route(Tier.Review) with { Stages = [Sample.Stage(Tier.Review, ["creative", "legal"], quorum: 1)] });
        var story = Story.Asked(Tier.Review, any).Decide(Sample.Bob, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.State!.Outcome!.Kind);
        Assert.Equal(RetirementReason.StageCompleted, story.State.Asks[0].Retired);
    }

    [Fact]
    public void Second_stage_is_asked_after_the_first_is_complete()
    {
        var stages = Sample.Route(Tier.Written) with
        {
            Stages = [Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["legal"])],
        };
        var story = Story.Asked(Tier.Written, Sample.Assessment(Tier.Written, stages)).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal((RequestStatus.Assessed, 1), (story.State!.Status, story.State.StageIndex));
        // Ada has spoken for the first stage; the second needs somebody else.
        story.Staff(Sample.Staffing("legal", Sample.Ada, Sample.Bob)).Decide(Sample.Bob, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.State.Outcome!.Kind);
    }

    [Fact]
    public void Failed_delivery_is_told_to_the_admins_and_a_later_success_is_recorded()
    {
        var story = Story.Asked(Tier.Review);
        var ask = story.InFlight.Values.First(e => e.Effect is Effect.PutAsk);
        story.Do(s => new Command.RecordDelivery(s.By(Actor.System), ask.Key, new Delivery("none", null, "The mail server refused it.")));
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.TellAdmins { Alert: Alert.DeliveryFailed });
        Assert.Contains(ask.Key, story.InFlight.Keys);
        story.Do(s => new Command.RecordDelivery(s.By(Actor.System), ask.Key, new Delivery("mail", "id@host", null)));
        Assert.Null(story.State!.Deliveries[ask.Key].Failure);
        Assert.DoesNotContain(ask.Key, story.InFlight.Keys);
    }

    [Fact]
    public void Failed_alert_raises_no_further_alert()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative"));
        var alert = story.InFlight.Values.First(e => e.Effect is Effect.TellAdmins);
        var before = story.EffectsSoFar.Count;
        story.Do(s => new Command.RecordDelivery(s.By(Actor.System), alert.Key, new Delivery("none", null, "No.")));
        Assert.Equal(before, story.EffectsSoFar.Count);
    }

    [Fact]
    public void Work_that_should_take_moments_and_does_not_is_told_to_the_admins()
    {
        var story = Story.Submitted().Ring();
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.TellAdmins { Alert: Alert.Stalled });
        Assert.Equal(story.Now.AddDays(1), DueTimes.Next(story.State!));
    }

    [Fact]
    public void Command_for_a_request_that_does_not_exist_is_refused() =>
        Assert.Equal(RefusalCode.UnknownRequest, new Story().Do(s => new Command.Wake(s.By(Actor.System))).Refusal?.Code);

    [Fact]
    public void Command_that_only_the_process_may_send_is_refused_from_anybody_else() =>
        Assert.Equal(RefusalCode.NotYours, Story.Asked(Tier.Notify).Do(s => new Command.Wake(s.By(Sample.Submitting))).Refusal?.Code);
}
