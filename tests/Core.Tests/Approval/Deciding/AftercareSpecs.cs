using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval.Deciding;

public class AftercareSpecs
{
    private static Story Approved(params TimeSpan[] notices) =>
        Story.Asked(Tier.Review, Sample.With(Tier.Review, terms: t => t with { ExpiryNotices = notices })).Decide(Sample.Ada, Sample.Yes).Issue();

    private static readonly DateTimeOffset End = Sample.Monday.AddDays(180);

    [Fact]
    public void Submitter_is_reminded_of_the_end_at_each_of_the_policys_notices()
    {
        var story = Approved(TimeSpan.FromDays(30), TimeSpan.FromDays(7)).Ring();
        Assert.Equal([new Effect.TellSubmitter(Notice.ExpiryAhead)], story.Caused);
        Assert.Equal(End.AddDays(-30), story.Now);
        Assert.Empty(story.Wake().Changes);
        Assert.Equal((End.AddDays(-7), 2), (story.Ring().Now, story.State!.Approval!.NoticesSent));
        Assert.Equal(End, DueTimes.Next(story.State));
    }

    [Fact]
    public void Notices_that_were_slept_through_come_as_one()
    {
        var story = Approved(TimeSpan.FromDays(30), TimeSpan.FromDays(7)).WaitUntil(End.AddDays(-1)).Wake();
        Assert.Equal([new Effect.TellSubmitter(Notice.ExpiryAhead)], story.Caused);
        Assert.Equal(2, story.State!.Approval!.NoticesSent);
    }

    [Fact]
    public void Notice_that_would_lie_before_the_approval_is_none() =>
        Assert.Equal(End, DueTimes.Next(Approved(TimeSpan.FromDays(181), TimeSpan.FromDays(180)).State!));

    [Fact]
    public void Approval_lapses_at_its_end_and_its_submitter_is_told()
    {
        var story = Approved().Ring();
        Assert.Equal((End, Standing.Lapsed), (story.Now, story.State!.Approval!.Standing));
        Assert.Equal([new Effect.TellSubmitter(Notice.Lapsed)], story.Caused);
        Assert.Null(DueTimes.Next(story.State));
        Assert.Empty(story.Wake().Changes);
    }

    [Fact]
    public void Acknowledgement_never_lapses() =>
        Assert.Null(DueTimes.Next(Story.Asked(Tier.Notify, Sample.With(Tier.Notify, terms: t => t with { ExpiryNotices = [TimeSpan.FromDays(7)] })).Decide(Sample.Ada, Sample.Yes).State!));

    [Fact]
    public void Obligation_that_was_not_met_by_its_day_is_told_once()
    {
        var condition = new Condition("Show the shots.", new DateOnly(2026, 3, 10));
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.If("x") with { Conditions = [condition, condition with { DueOn = new DateOnly(2026, 3, 12) }] }).Ring();
        Assert.Equal([new Effect.TellSubmitter(Notice.ObligationOverdue)], story.Caused);
        Assert.Equal(Sample.March(11), story.Now);
        Assert.Equal([true, false], story.State!.Approval!.Obligations.Select(o => o.WasOverdue));
        Assert.Equal(Sample.March(13), story.Ring().Now);
        Assert.Empty(story.Wake().Changes);
    }

    [Fact]
    public void Obligation_that_was_met_is_not_told()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.If("x") with { Conditions = [new Condition("Show.", new DateOnly(2026, 3, 10))] })
            .Note(Sample.Submitting, meets: 1);
        Assert.Equal(End, DueTimes.Next(story.State!));
        Assert.Empty(story.WaitUntil(Sample.March(12)).Wake().Changes);
    }

    [Fact]
    public void Obligation_met_late_was_overdue()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.If("x") with { Conditions = [new Condition("Show.", new DateOnly(2026, 3, 10))] })
            .Ring().Note(Sample.Submitting, meets: 1);
        Assert.True(story.State!.Approval!.Obligations[0] is { WasOverdue: true, MetAt: not null });
    }

    [Fact]
    public void Approval_is_looked_after_while_a_new_version_goes_round()
    {
        var story = Approved().Amend(Sample.Declaration with { Territory = "Worldwide" }).Assess(Sample.Assessment(Tier.Review))
            .Staff(Sample.Staffing("creative", Sample.Ada)).Extend(1, 520).WaitUntil(End).Wake();
        Assert.Contains(new Effect.TellSubmitter(Notice.Lapsed), story.Caused);
    }
}
