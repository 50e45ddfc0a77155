using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class NotingSpecs
{
    private static readonly Actor Ada = Sample.Deciding(Sample.Ada);

    private static Story Approved() => Story.Asked(Tier.Review)
        .Decide(Sample.Ada, Sample.If("Credit.") with { Conditions = [new Condition("Credit."), new Condition("Show the shots.", new DateOnly(2026, 3, 10), "Post")] });

    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Submitter_approver_and_admin_add_notes_at_any_time()
    {
        var story = Story.Asked(Tier.Review).Note(Sample.Submitting, "One.").Note(Ada, "Two.").Withdraw().Note(Sample.Admin, "Three.");
        Assert.Equal([("One.", ActorKind.Submitter), ("Two.", ActorKind.Approver), ("Three.", ActorKind.Admin)], story.State!.Notes.Select(n => (n.Text, n.By.Kind)));
        Assert.Empty(story.Caused);
    }

    [Fact]
    public void Nobody_else_adds_notes()
    {
        var refused = (RefusalCode.NotYours, "Only the submitter, whoever was asked, and admins add notes.");
        Assert.Equal(refused, Of(Story.Asked(Tier.Review).Note(Sample.Deciding(Sample.Bob))));
        Assert.Equal(refused, Of(Story.Asked(Tier.Review).Note(Sample.Submitting with { Id = "eve@crew.example" })));
    }

    [Fact]
    public void Note_says_something() => Assert.Equal(RefusalCode.CommentNeeded, Story.Asked(Tier.Review).Note(Ada, " ").Refused);

    [Fact]
    public void Notes_beyond_what_can_be_kept_are_refused()
    {
        var story = Story.Asked(Tier.Review);
        for (var i = 0; i < 500; i++)
        {
            Assert.Null(story.Note(Ada).Refusal);
        }

        Assert.Equal((RefusalCode.TooLong, "At most 500 notes can be kept for one request."), Of(story.Note(Ada)));
    }

    [Fact]
    public void Conditions_of_an_approval_are_numbered_obligations_with_day_and_owner()
    {
        Assert.Equal(
            [(1, "Credit.", null, null), (2, "Show the shots.", Sample.March(11), "Post")],
            Approved().State!.Approval!.Obligations.Select(o => (o.Number, o.Condition.Text, o.DueAt, o.Condition.Owner)));
    }

    [Fact]
    public void Obligation_is_met_when_the_submitter_or_an_approver_says_so()
    {
        var story = Approved().Wait(TimeSpan.FromHours(1)).Note(Sample.Submitting, "Here they are.", meets: 2);
        Assert.Equal([null, Sample.March(2, 10)], story.State!.Approval!.Obligations.Select(o => o.MetAt));
        Assert.Equal(2, story.State.Notes[0].Meets);
        Assert.Null(story.Note(Ada, "Seen.", meets: 1).Refusal);
    }

    [Fact]
    public void Obligation_is_met_once() =>
        Assert.Equal((RefusalCode.NotNow, "Condition 2 was met already."), Of(Approved().Note(Ada, meets: 2).Note(Ada, meets: 2)));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Obligation_that_does_not_exist_is_not_met(int number) =>
        Assert.Equal((RefusalCode.NoApproval, $"There is no condition {number}."), Of(Approved().Note(Ada, meets: number)));

    [Fact]
    public void Nothing_is_owed_before_an_approval() => Assert.Equal(RefusalCode.NoApproval, Story.Asked(Tier.Review).Note(Ada, meets: 1).Refused);

    [Fact]
    public void Admin_does_not_say_that_an_obligation_is_met() =>
        Assert.Equal(
            (RefusalCode.NotYours, "Whether a condition is met is for the submitter or an approver to say."), Of(Approved().Note(Sample.Admin, meets: 1)));

    [Fact]
    public void One_of_several_who_were_asked_adds_notes() => Assert.Null(Story.Asked(Tier.Written).Note(Ada).Refusal);
}
