using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval;

public class EvolutionSpecs
{
    private static Happened At(int sequence, Event e, Actor? by = null, string command = "c") => new(sequence, Sample.March(3), by ?? Actor.System, command, e);

    private static string Failure(RequestState? state, Happened happened) =>
        Assert.Throws<InvalidOperationException>(() => Evolution.Evolve(state, happened)).Message;

    [Fact]
    public void No_events_are_no_request() => Assert.Null(Evolution.Fold([]));

    [Fact]
    public void Request_is_opened_once()
    {
        var state = Story.Submitted().State!;
        Assert.Equal($"Request {Sample.Id} was opened twice.", Failure(state, At(2, new Event.RequestSubmitted(Sample.Id, Sample.Submission()))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Event_that_does_not_follow_the_one_before_has_no_place(int sequence) =>
        Assert.Equal($"Event {sequence} does not follow version 1.", Failure(Story.Submitted().State!, At(sequence, new Event.StageCompleted(0))));

    [Fact]
    public void Event_of_no_request_has_no_place() => Assert.Equal("Event 1 does not follow version 0.", Failure(null, At(1, new Event.StageCompleted(0))));

    [Fact]
    public void Answer_without_a_question_has_no_place() =>
        Assert.Equal(
            $"Request {Sample.Id} has no open question.", Failure(Story.Submitted().State!, At(2, new Event.InformationProvided("x", null, []))));

    [Fact]
    public void Lapse_without_an_approval_has_no_place() =>
        Assert.Equal($"Request {Sample.Id} has no approval.", Failure(Story.Submitted().State!, At(2, new Event.ApprovalLapsed())));

    [Fact]
    public void Every_event_moves_the_version_the_instant_and_the_commands_on()
    {
        var state = Evolution.Evolve(Story.Submitted().State, At(2, new Event.Stalled(RequestStatus.Submitted), command: "c9"));
        Assert.Equal((2, Sample.March(3)), (state.Version, state.ChangedAt));
        Assert.Contains("c9", state.Commands);
        Assert.Equal((Sample.Monday, Sample.Monday), (state.SubmittedAt, state.StatusSince));
    }

    [Theory]
    [InlineData(ActorKind.Submitter, Authentication.MailedLink, true)]
    [InlineData(ActorKind.Submitter, Authentication.Claimed, false)]
    [InlineData(ActorKind.Approver, Authentication.MailedLink, false)]
    public void Address_is_confirmed_once_its_submitter_acts_through_a_mailed_link(ActorKind kind, Authentication how, bool confirmed)
    {
        var claimed = Story.Submitted().State! with { SubmittedBy = Sample.Submitting with { Authentication = Authentication.Claimed } };
        var state = Evolution.Evolve(claimed, At(2, new Event.NoteAdded("x", null), new Actor(kind, Sample.Sam.Email, "Sam", how)));
        Assert.Equal(confirmed, state.AddressConfirmed);
        Assert.Equal(confirmed ? Authentication.MailedLink : Authentication.Claimed, state.SubmitterProof);
        Assert.Equal(confirmed, Evolution.Evolve(state, At(3, new Event.NoteAdded("y", null))).AddressConfirmed);
    }

    [Fact]
    public void Two_reasons_for_a_suspension_are_lifted_one_by_one()
    {
        var approved = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).State!;
        Event[] events =
        [
            new Event.ApprovalSuspended(SuspensionReason.ConsentEnded), new Event.ApprovalSuspended(SuspensionReason.Amendment),
            new Event.ApprovalReinstated(SuspensionReason.ConsentEnded), new Event.ApprovalReinstated(SuspensionReason.Amendment),
        ];
        List<Standing> standings = [];
        foreach (var e in events)
        {
            approved = Evolution.Evolve(approved, At(approved.Version + 1, e));
            standings.Add(approved.Approval!.Standing);
        }

        Assert.Equal([Standing.Suspended, Standing.Suspended, Standing.Suspended, Standing.InForce], standings);
    }

    [Fact]
    public void Status_says_since_when()
    {
        var story = Story.Submitted().Wait(TimeSpan.FromMinutes(5)).Assess(Sample.Assessment(Tier.Review));
        Assert.Equal((Sample.Monday.AddMinutes(5), Sample.Monday), (story.State!.StatusSince, story.State.SubmittedAt));
    }

    [Fact]
    public void Lapsed_approval_does_not_hold_again_when_a_reason_for_its_suspension_is_gone()
    {
        var state = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).State!;
        Event[] events = [new Event.ApprovalSuspended(SuspensionReason.Amendment), new Event.ApprovalLapsed(), new Event.ApprovalReinstated(SuspensionReason.Amendment)];
        state = events.Aggregate(state, (s, e) => Evolution.Evolve(s, At(s.Version + 1, e)));
        Assert.Equal(Standing.Lapsed, state.Approval!.Standing);
    }

    [Fact]
    public void Question_about_no_field_in_particular_names_none() =>
        Assert.Empty(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask()).State!.Question!.Fields);

    [Fact]
    public void Hash_of_a_record_outlasts_later_deliveries_and_gives_way_to_the_next_record()
    {
        var state = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).Issue("first").State!;
        state = Evolution.Evolve(state, At(state.Version + 1, new Event.EffectDelivered(new EffectKey("x"), new Delivery("mail", "id", null))));
        Assert.Equal("first", state.RecordHash);
        state = Evolution.Evolve(state, At(state.Version + 1, new Event.EffectDelivered(new EffectKey("y"), new Delivery(Delivery.RecordChannel, "second", null))));
        Assert.Equal("second", state.RecordHash);
    }
}
