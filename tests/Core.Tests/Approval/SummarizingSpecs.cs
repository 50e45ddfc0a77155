using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval;

public class SummarizingSpecs
{
    private static string WaitingFor(Story story) => Summarizing.Of(story.State!).WaitingFor;

    [Fact]
    public void Row_says_for_whom_or_what_a_request_waits()
    {
        Assert.Equal("the policy's assessment", WaitingFor(Story.Submitted()));
        Assert.Equal("the directory", WaitingFor(Story.Assessed(Tier.Written)));
        Assert.Equal(
            "an admin: nobody can fill creative, legal",
            WaitingFor(Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative"), Sample.Staffing("legal"))));
        Assert.Equal("Ada Person, Bob Person", WaitingFor(Story.Asked(Tier.Written)));
        Assert.Equal("Bob Person", WaitingFor(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes)));
        Assert.Equal("Sam Submitter", WaitingFor(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask())));
        Assert.Equal("", WaitingFor(Story.Asked(Tier.Written).Withdraw()));
    }

    [Fact]
    public void Row_carries_what_lists_show_and_search_looks_through()
    {
        var row = Summarizing.Of(Story.Asked(Tier.Review).Wait(TimeSpan.FromHours(1)).Decide(Sample.Ada, Sample.Yes).State!);
        Assert.Equal(
            (Sample.Id, "Mood boards for the harbour", "The Lantern Coast", "Sam Submitter", RequestStatus.Closed, Tier.Review, OutcomeKind.Approved, Sample.Monday, Sample.March(2, 10)),
            (row.Id, row.Title, row.Production, row.Submitter, row.Status, row.Tier!.Value, row.Outcome!.Value, row.SubmittedAt, row.ChangedAt));
        Assert.Equal($"{Sample.Id}\nMood boards for the harbour\nThe Lantern Coast\nSam Submitter\nsam@crew.example\n{Sample.Declaration.Description}", row.SearchText);
    }

    [Fact]
    public void Production_that_is_not_known_yet_is_empty() =>
        Assert.Equal("", Summarizing.Of(Story.Submitted(Sample.Declaration with { Production = null }).State!).Production);

    [Fact]
    public void Row_is_overdue_once_the_time_of_whom_it_waits_for_is_over()
    {
        var row = Summarizing.Of(Story.Asked(Tier.Review).State!);
        Assert.Equal((false, true), (row.IsOverdue(Sample.March(3, 16)), row.IsOverdue(Sample.March(3, 17))));
    }
}
