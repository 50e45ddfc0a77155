using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Core.Tests.Approval;

public class ConsentNoticeSpecs
{
    [Fact]
    public void Consent_is_announced_to_whoever_checks_and_not_to_the_deputy_who_stepped_back()
    {
        var route = Sample.Route(Tier.Review);
        var checks = route with { Terms = route.Terms with { Consent = new ConsentDemand("creative", [ConsentKind.Creation]) } };
        var story = Story.Asked(Tier.Review, Sample.Assessment(Tier.Review, checks));
        story.Do(s => new Command.NoteAbsence(s.By(Workflow.Core.People.Actor.System), null, Sample.Ada.Id, s.Now.AddDays(1)));
        story.Do(s => new Command.Recuse(s.By(Sample.Deciding(Sample.Cleo)), 2, null));

        story.Do(s => new Command.AttachConsent(s.By(Sample.Submitting), Sample.Consent("Rosa Quill")));

        Assert.Equal(
            new Effect.TellApprover(1, ApproverNotice.ConsentAttached), story.EffectsSoFar[^1].Effect);
    }
}
