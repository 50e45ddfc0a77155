using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval;

public class DueTimesSpecs
{
    [Fact]
    public void Machinery_is_due_when_it_would_stand_still_and_has_no_limit()
    {
        var state = Story.Submitted().State!;
        Assert.Equal((Sample.March(2, 10), null), (DueTimes.Next(state), DueTimes.Limit(state)));
    }

    [Fact]
    public void Open_question_is_due_at_its_reminder_and_then_at_its_limit()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask());
        Assert.Equal((Sample.March(3, 13), Sample.March(4, 17)), (DueTimes.Next(story.State!), DueTimes.Limit(story.State!)));
        Assert.Equal(Sample.March(4, 17), DueTimes.Next(story.Ring().State!));
    }

    [Fact]
    public void Stage_is_due_at_the_nearest_of_its_asks()
    {
        var story = Story.Asked(Tier.Written).Extend(1, 40);
        Assert.Equal((Sample.March(2, 17), Sample.March(3, 17)), (DueTimes.Next(story.State!), DueTimes.Limit(story.State!)));
    }

    [Fact]
    public void Ask_whose_time_is_over_is_no_longer_due_and_is_still_the_limit()
    {
        var story = Story.Asked(Tier.Review).Ring(2);
        Assert.Equal((Sample.March(4, 17), Sample.March(3, 17)), (DueTimes.Next(story.State!), DueTimes.Limit(story.State!)));
    }

    [Fact]
    public void Vacancy_at_the_beginning_is_due_at_its_next_try_with_its_end_as_the_limit()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative"));
        Assert.Equal((Sample.March(2, 13), Sample.March(6, 17)), (DueTimes.Next(story.State!), DueTimes.Limit(story.State!)));
        // While the directory is asked, only the end is left.
        Assert.Equal(Sample.March(6, 17), DueTimes.Next(story.Ring().State!));
    }

    [Fact]
    public void Vacancy_beside_an_ask_is_due_at_whichever_is_nearer()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob)).Recuse(Sample.Bob);
        Assert.Equal((Sample.March(2, 13), Sample.March(3, 17)), (DueTimes.Next(story.State!), DueTimes.Limit(story.State!)));
        story.Extend(1, 80);
        Assert.Equal(Sample.March(6, 17), DueTimes.Limit(story.State!));
    }

    [Fact]
    public void Closed_request_without_an_approval_is_never_due()
    {
        var state = Story.Asked(Tier.Review).Withdraw().State!;
        Assert.Equal((null, null), (DueTimes.Next(state), DueTimes.Limit(state)));
    }

    [Fact]
    public void Approval_is_due_at_the_nearest_of_what_it_owes()
    {
        var condition = new Condition("Show the shots.", new DateOnly(2026, 4, 1));
        var story = Story.Asked(Tier.Review, Sample.With(Tier.Review, terms: t => t with { ExpiryNotices = [TimeSpan.FromDays(30)] }))
            .Decide(Sample.Ada, Sample.If("x") with { Conditions = [condition] });
        Assert.Equal(new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero), DueTimes.Next(story.State!));
        Assert.Equal(Sample.Monday.AddDays(150), DueTimes.Next(story.Ring().State!));
        Assert.Equal(Sample.Monday.AddDays(180), DueTimes.Next(story.Ring().State!));
        Assert.Null(DueTimes.Next(story.Ring().State!));
    }

    [Fact]
    public void Round_and_approval_are_due_side_by_side()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).Issue().Amend();
        Assert.Equal(Sample.March(2, 10), DueTimes.Next(story.State!));
    }
}
