using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

public class SubmittingSpecs
{
    private static readonly Clock Completion = new([], Sample.March(6));

    [Fact]
    public void Complete_declaration_is_classified_and_its_submitter_told() =>
        Assert.Equal(
            [new Effect.TellSubmitter(Notice.Received), new Effect.Classify(1)],
            Story.Submitted().InFlight.Values.Select(e => e.Effect));

    [Fact]
    public void Same_submission_again_changes_nothing()
    {
        var story = Story.Submitted();
        story.Do(s => new Command.Submit(s.By(Sample.Submitting), Sample.Id, Sample.Submission(), Completion));
        Assert.Equal(1, story.State!.Version);
        Assert.Null(story.Refusal);
    }

    [Fact]
    public void Same_intake_key_with_another_content_is_refused()
    {
        var story = Story.Submitted();
        story.Do(s => new Command.Submit(s.By(Sample.Submitting), Sample.Id, Sample.Submission() with { Fingerprint = "f2" }, Completion));
        Assert.Equal(
            (RefusalCode.DifferentContent, $"This was sent before with another content, as {Sample.Id}. Send a changed declaration as a new one."),
            (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Another_intake_key_for_the_same_id_is_refused()
    {
        var story = Story.Submitted();
        story.Do(s => new Command.Submit(s.By(Sample.Submitting), Sample.Id, Sample.Submission() with { IntakeKey = "form:2" }, Completion));
        Assert.Equal((RefusalCode.IdTaken, "This id belongs to another request."), (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Incomplete_mail_waits_for_its_submitter_and_is_not_classified()
    {
        var story = Story.Submitted(Sample.Declaration with { Principles = new PrincipleAnswers(Answer.Yes) });
        Assert.Equal(RequestStatus.AwaitingInfo, story.State!.Status);
        Assert.Equal(["p2", "p3", "p4", "p5"], story.State.Question!.Fields);
        Assert.Equal([new Effect.TellSubmitter(Notice.CompletionNeeded)], story.Caused);
    }
}
