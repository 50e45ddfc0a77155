using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

public class InformingSpecs
{
    private static Story Questioned(Decision? question = null) => Story.Asked(Tier.Review).Decide(Sample.Ada, question ?? Sample.Ask());

    [Fact]
    public void Incomplete_mail_once_completed_is_classified()
    {
        var story = Story.Submitted(Sample.Declaration with { Use = null }).Answer("", Sample.Declaration);
        Assert.Equal(RequestStatus.Submitted, story.State!.Status);
        Assert.Equal([new Effect.Classify(2)], story.Caused);
    }

    [Fact]
    public void Incomplete_mail_completed_only_in_part_is_refused_with_what_is_missing()
    {
        var story = Story.Submitted(Sample.Declaration with { Use = null, Production = null }).Answer("", Sample.Declaration with { Use = null, Tools = [] });
        Assert.Equal((RefusalCode.Incomplete, "Still missing: use, tools."), (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Incomplete_mail_answered_in_words_alone_is_still_missing_what_it_was() =>
        Assert.Equal(
            "Still missing: use.", Story.Submitted(Sample.Declaration with { Use = null }).Answer("For the boards.").Refusal!.Message);

    [Fact]
    public void Question_tells_the_submitter_the_exact_fields_it_is_about()
    {
        var story = Questioned(Sample.Ask() with { Fields = ["tools", "territory"] });
        Assert.Equal(("Which voice?", 1), (story.State!.Question!.Text, story.State.Question.Ask));
        Assert.Equal(["tools", "territory"], story.State.Question.Fields);
        Assert.Equal([new Effect.TellSubmitter(Notice.InformationNeeded)], story.Caused);
    }

    [Fact]
    public void Answer_is_kept_beside_its_question_with_the_declaration_as_it_was()
    {
        var changed = Sample.Declaration with { Territory = "France" };
        var story = Questioned().Wait(TimeSpan.FromHours(2)).Answer("Only France.", changed);
        var answered = Assert.Single(story.State!.Answers);
        Assert.Equal(("Which voice?", "Only France.", Sample.March(2, 11)), (answered.Question.Text, answered.Text, answered.At));
        Assert.Equal(Sample.Declaration, answered.Before);
        Assert.Equal(("France", 2), (story.State.Declaration.Territory, story.State.Revision));
        Assert.Null(story.State.Question);
    }

    [Fact]
    public void Answer_in_words_alone_leaves_the_declaration_as_it_was() =>
        Assert.Null(Assert.Single(Questioned().Answer().State!.Answers).Before);

    [Fact]
    public void Files_that_come_with_an_answer_join_those_of_the_declaration()
    {
        var (first, second) = (new Attachment("a.pdf", "application/pdf", 1, "a"), new Attachment("b.pdf", "application/pdf", 1, "b"));
        var story = Story.Asked(Tier.Review, declaration: Sample.Declaration with { Attachments = [first] }).Decide(Sample.Ada, Sample.Ask());
        story.Do(s => new Command.ProvideInformation(s.By(Sample.Submitting), "Here.", null, [second]));
        Assert.Equal([first, second], story.State!.Declaration.Attachments);
        Assert.Equal([second], story.State.Answers[0].Attachments);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Answer_without_words_to_a_question_in_words_is_refused(string text)
    {
        var story = Questioned().Answer(text);
        Assert.Equal((RefusalCode.CommentNeeded, "Please answer the question in words."), (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Answer_longer_than_can_be_kept_is_refused()
    {
        var story = Questioned().Answer(new string('x', DeclarationLimits.Text + 1));
        Assert.Equal(
            (RefusalCode.TooLong, "Please keep the answer under 20000 characters, or attach a file."), (story.Refused, story.Refusal!.Message));
        Assert.Null(story.Answer(new string('x', DeclarationLimits.Text)).Refusal);
    }

    [Fact]
    public void Answer_to_no_question_is_refused()
    {
        var story = Story.Asked(Tier.Review).Answer();
        Assert.Equal(
            (RefusalCode.NotNow, "Nobody is waiting for an answer to this request at the moment."), (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Answer_of_somebody_else_is_refused()
    {
        var story = Questioned();
        story.Do(s => new Command.ProvideInformation(s.By(Sample.Submitting with { Id = "eve@crew.example" }), "Trust me.", null, []));
        Assert.Equal((RefusalCode.NotYours, "Only the person who submitted this request can do this."), (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Answer_from_the_submitters_address_in_another_capacity_is_refused()
    {
        var story = Questioned();
        story.Do(s => new Command.ProvideInformation(s.By(Sample.Submitting with { Kind = ActorKind.Approver }), "Trust me.", null, []));
        Assert.Equal(RefusalCode.NotYours, story.Refused);
    }

    [Fact]
    public void Submitter_is_known_by_their_address_in_whatever_case()
    {
        var story = Questioned();
        story.Do(s => new Command.ProvideInformation(s.By(Sample.Submitting with { Id = "SAM@crew.example" }), "My own.", null, []));
        Assert.Null(story.Refusal);
    }

    [Fact]
    public void Answer_after_the_close_is_refused() => Assert.Equal(RefusalCode.Closed, Questioned().Withdraw().Answer().Refused);
}
