using Core.Tests.Approval;
using Workflow.Core.Approval;
using Workflow.Core.Intake;
using Workflow.Core.Ports;

namespace Core.Tests.Intake;

/// <summary>What follows from bounces and automatic replies: never an answer.</summary>
public class ProgramMailSpecs
{
    [Fact]
    public async Task Bounced_question_goes_to_the_next_person_and_the_admins_are_told()
    {
        var house = await IntakeHouse.AskedAsync();

        Assert.IsType<MailIntakeResult.Noted>(await house.TakeAsync(Bounce(IntakeHouse.AskMail)));

        var state = await house.StateAsync();
        Assert.Equal(["ada", "cleo"], state.OpenAsks.Select(a => a.Person.Id));
        Assert.Contains(house.Caused, e => e is Effect.TellAdmins { Alert: Alert.MailBounced });
    }

    [Fact]
    public async Task Same_bounce_twice_has_one_effect()
    {
        var house = await IntakeHouse.AskedAsync();

        await house.TakeAsync(Bounce(IntakeHouse.AskMail));
        await house.TakeAsync(Bounce(IntakeHouse.AskMail));

        Assert.Equal(2, (await house.StateAsync()).Asks.Count);
    }

    [Theory]
    [InlineData(IntakeHouse.AskMail, false)] // only late
    [InlineData("nobody-knows@elsewhere.example", true)]
    public async Task Delay_and_bounce_of_an_unknown_mail_change_nothing(string messageId, bool failed)
    {
        var house = await IntakeHouse.AskedAsync();
        var before = (await house.StateAsync()).Version;

        Assert.IsType<MailIntakeResult.Noted>(await house.TakeAsync(Bounce(messageId, failed)));

        Assert.Equal(before, (await house.StateAsync()).Version);
    }

    [Fact]
    public async Task Asked_person_whose_program_says_that_they_are_away_is_covered_until_their_next_but_one_working_day()
    {
        var house = await IntakeHouse.AskedAsync();

        await house.TakeAsync(Away(Sample.Ada.Email, proven: true));

        var state = await house.StateAsync();
        Assert.Equal(["ada", "cleo"], state.OpenAsks.Select(a => a.Person.Id));
        Assert.Equal(Sample.March(4, 9), state.Asks[0].AwayUntil);
    }

    [Theory]
    [InlineData("ada@studio.example", false)]
    [InlineData("eve@elsewhere.example", true)]
    public async Task Unproven_or_strange_automatic_reply_changes_nothing(string from, bool proven)
    {
        var house = await IntakeHouse.AskedAsync();
        var before = (await house.StateAsync()).Version;

        Assert.IsType<MailIntakeResult.Noted>(await house.TakeAsync(Away(from, proven)));

        Assert.Equal(before, (await house.StateAsync()).Version);
    }

    private static MailReading.Bounced Bounce(string messageId, bool failed = true) =>
        new(new BounceReport([messageId], [new BouncedRecipient(Sample.Ada.Email, failed, failed ? "5.1.1" : "4.4.1")]));

    private static MailReading.Automatic Away(string from, bool proven) =>
        new(new AutomaticReply(from, [IntakeHouse.AskMail], [], SaysAway: true, new SenderCheck(proven, "checked")));
}
