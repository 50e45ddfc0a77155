using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval;

public class DeciderSpecs
{
    [Fact]
    public void Command_for_a_request_that_does_not_exist_is_refused()
    {
        var story = new Story().Do(s => new Command.Wake(s.By(Actor.System)));
        Assert.Equal(
            (RefusalCode.UnknownRequest, "There is no request with this id. Check the id, or use the link you were sent."),
            (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Same_command_again_changes_nothing_and_is_not_refused()
    {
        var story = Story.Asked(Tier.Written);
        var command = new Command.Decide(story.By(Sample.Deciding(Sample.Ada)), 1, Sample.No());
        story.Do(command).Do(command);
        Assert.Empty(story.Changes);
        Assert.Null(story.Refusal);
    }

    public static TheoryData<string> OnlyTheProcess => ["assess", "people", "delivery", "wake", "absence"];

    [Theory]
    [MemberData(nameof(OnlyTheProcess))]
    public void Command_that_only_the_process_may_send_is_refused_from_anybody_else(string what) =>
        Assert.All(new[] { Sample.Submitting, Sample.Admin, Sample.Deciding(Sample.Ada) }, by =>
        {
            var story = Story.Asked(Tier.Notify);
            var (stamp, key) = (story.By(by), new EffectKey("forged"));
            story.Do(what switch
            {
                "assess" => new Command.RecordAssessment(stamp, key, 1, Sample.Assessment(Tier.Notify)),
                "people" => new Command.RecordPeople(stamp, key, 0, []),
                "delivery" => new Command.RecordDelivery(stamp, key, new Delivery("mail", "x", null)),
                "wake" => new Command.Wake(stamp),
                _ => new Command.NoteAbsence(stamp, key, "ada", Sample.March(9)),
            });
            Assert.Equal((RefusalCode.NotYours, "Only the process itself records this."), (story.Refused, story.Refusal!.Message));
        });
}
