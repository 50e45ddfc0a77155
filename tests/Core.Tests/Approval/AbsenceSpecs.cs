using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval;

public class AbsenceSpecs
{
    [Fact]
    public void Absence_that_nobody_covers_does_not_bring_the_same_reminder_again()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada)).Ring();
        Assert.IsType<Event.PersonReminded>(story.Events[^1].Event);

        story.Do(s => new Command.NoteAbsence(s.By(Actor.System), null, Sample.Ada.Id, s.Now.AddDays(10)));

        Assert.False(Assert.IsType<Event.ApproverAway>(story.Events[^1].Event).StoodIn);
        Assert.Equal(story.State!.Asks[0].Clock.Due, DueTimes.Next(story.State));
    }
}
