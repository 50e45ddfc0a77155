using EndToEnd.Browser;
using Workflow.Core.Ports;

namespace EndToEnd.States;

/// <summary>What waits for the admins alone.</summary>
[Collection(InTheBrowser.Name)]
public sealed class AttentionSpecs(House house) : IClassFixture<House>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Letter_that_nobody_takes_is_shown_with_its_reason_where_it_can_be_tried_again()
    {
        await using var matter = await house.BeginAsync(Tongue.English);
        await matter.DeclareUncarriedAsync(matter.Tongue.Review);
        var outbox = house.Service<IOutbox>();
        var letter = (await outbox.OfAsync(matter.Request.Id, Cancel))[0];
        await outbox.FailedAsync(letter.Effect.Key, "The mail server refused the receiver.", nextAt: null, Cancel);

        await Sight.Admin("dead-letters", "/manage/dead-letters", "The mail server refused the receiver.", "Try again").LookAsync(matter, "given-up");
        await Sight.Inspector("Given up:").LookAsync(matter, "given-up");
        house.AssertNoViolation();
    }

    [Fact]
    public async Task Mail_of_an_unproven_sender_waits_with_the_reason_why()
    {
        await using var matter = await house.BeginAsync(Tongue.English);
        await house.Service<IQuarantine>().HoldAsync(
            new QuarantinedMail(new string('a', 64), house.Now, "someone@crew.example", "A use of a tool", "DMARC did not pass."), Cancel);

        await Sight.Admin("quarantine", "/manage/quarantine", "someone@crew.example", "DMARC did not pass.").LookAsync(matter, "unproven");
        await Sight.Admin("requests", "/manage", "in quarantine").LookAsync(matter, "unproven");
        house.AssertNoViolation();
    }
}
