using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval.Deciding;

public class WithdrawingSpecs
{
    [Fact]
    public void Withdrawn_request_retires_its_questions()
    {
        var story = Story.Asked(Tier.Written).Withdraw();
        Assert.Equal((OutcomeKind.Withdrawn, "No longer needed."), (story.Outcome, story.State!.Outcome!.Reason));
        Assert.Equal([new Effect.RetireAsk(1), new Effect.RetireAsk(2), new Effect.TellSubmitter(Notice.Closed)], story.Caused);
    }

    [Fact]
    public void Request_can_be_withdrawn_before_it_is_judged() => Assert.Equal(OutcomeKind.Withdrawn, Story.Submitted().Withdraw().Outcome);

    [Fact]
    public void Request_can_be_withdrawn_while_nobody_can_fill_a_seat()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative")).Withdraw();
        Assert.Null(story.State!.Vacancy);
    }

    [Fact]
    public void Only_the_submitter_withdraws() =>
        Assert.Equal(RefusalCode.NotYours, Story.Asked(Tier.Review).Do(s => new Command.Withdraw(s.By(Sample.Deciding(Sample.Ada)), null)).Refused);

    [Fact]
    public void What_is_over_cannot_be_withdrawn() => Assert.Equal(RefusalCode.Closed, Story.Submitted().Withdraw().Withdraw().Refused);
}
