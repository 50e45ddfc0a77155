using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Core.Tests.Records;

public sealed class RegisterEntryTests
{
    [Fact]
    public void Request_that_allowed_nothing_has_no_line() =>
        Assert.Null(RegisterEntry.Of(ApprovedRequest.State() with { Approval = null }));

    [Fact]
    public void Line_tells_of_the_version_that_holds_and_that_a_newer_one_goes_round()
    {
        var approved = Approved(Standing.Suspended) with { Amendment = 3, Outcome = null };
        var newer = approved with
        {
            Submission = approved.Submission with { Declaration = approved.Declaration with { Title = "Another title" } },
        };

        var line = RegisterEntry.Of(newer)!;

        Assert.Equal((2, true, Standing.Suspended), (line.Amendment, line.IsChanging, line.Standing));
        Assert.NotEqual("Another title", line.Use.Title);
        Assert.Equal([SuspensionReason.Amendment], line.Suspensions);
    }

    [Fact]
    public void Line_holds_accepted_consents_alone()
    {
        var by = new Actor(ActorKind.Approver, "p-talent", "Tom Deputy", Authentication.MailedLinkAndCode);
        var evidence = new ConsentEvidence(
            "Edouard Exemple", ConsentKind.Use, "Scene 41", "Edouard Exemple", new DateOnly(2026, 1, 1), null, new Attachment("c.pdf", "application/pdf", 1, new string('c', 64)));
        var request = Approved(Standing.InForce) with
        {
            Consents =
            [
                new Consent(1, evidence),
                new Consent(2, evidence, new ConsentCheck(by, ApprovedRequest.ClosedAt, false, "Unsigned.")),
                new Consent(3, evidence, new ConsentCheck(by, ApprovedRequest.ClosedAt, true, null)),
            ],
        };

        Assert.Equal([3], RegisterEntry.Of(request)!.Consents.Select(c => c.Number));
    }

    [Fact]
    public void Line_says_why_only_when_it_was_revoked()
    {
        Assert.Equal("Not ours.", RegisterEntry.Of(Approved(Standing.Revoked))!.Reason);
        Assert.Null(RegisterEntry.Of(Approved(Standing.InForce))!.Reason);
    }

    private static RequestState Approved(Standing standing)
    {
        var request = ApprovedRequest.State();
        return request with
        {
            Approval = new GrantedApproval(
                2,
                ApprovedRequest.ClosedAt,
                request.Outcome!,
                request.Declaration,
                request.Assessment!.Route.Terms,
                standing,
                standing == Standing.Suspended ? [SuspensionReason.Amendment] : [],
                [new Obligation(1, request.Outcome!.Conditions[0])],
                Reason: "Not ours."),
        };
    }
}
