using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

/// <summary>What all commands of an admin have in common: an admin gives them, and a reason with them.</summary>
public class SteeringSpecs
{
    private static Command[] All(Actor by, string reason)
    {
        var stamp = new Stamp($"{by}{reason}", Sample.Monday, by);
        return
        [
            new Command.Reassign(stamp, "creative", Sample.Eve, reason), new Command.Nudge(stamp, 1, reason),
            new Command.Extend(stamp, 1, TimeSpan.FromHours(8), reason), new Command.Reassess(stamp, Sample.NewPolicy, reason),
        ];
    }

    [Theory]
    [InlineData(ActorKind.Approver)]
    [InlineData(ActorKind.Submitter)]
    [InlineData(ActorKind.System)]
    public void Nobody_but_an_admin_steers(ActorKind kind) => Assert.All(
        All(new Actor(kind, "ada", "Ada", Authentication.MailedLinkAndCode), "Because."),
        command => Assert.Equal((RefusalCode.NotYours, "Only an admin can do this."), Refusal(command)));

    [Fact]
    public void Admin_gives_a_reason() => Assert.All(
        All(Sample.Admin, " "),
        command => Assert.Equal((RefusalCode.CommentNeeded, "Please say why: others will want to understand it later."), Refusal(command)));

    [Fact]
    public void Reason_longer_than_can_be_kept_is_refused() => Assert.All(
        All(Sample.Admin, new string('x', DeclarationLimits.Text + 1)), command => Assert.Equal(RefusalCode.TooLong, Refusal(command).Code));

    [Fact]
    public void Reason_as_long_as_can_be_kept_is_accepted() => Assert.All(
        All(Sample.Admin, new string('x', DeclarationLimits.Text)), command => Assert.IsType<Verdict.Accepted>(Decider.Decide(Story.Asked(Tier.Review).State, command)));

    private static (RefusalCode Code, string Message) Refusal(Command command)
    {
        var refusal = Assert.IsType<Verdict.Refused>(Decider.Decide(Story.Asked(Tier.Review).State, command)).Refusal;
        return (refusal.Code, refusal.Message);
    }
}
