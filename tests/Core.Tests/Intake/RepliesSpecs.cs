using Core.Tests.Approval;
using Workflow.Core.Approval;
using Workflow.Core.Intake;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Core.Tests.Intake;

/// <summary>What becomes of mails that answer ours.</summary>
public class RepliesSpecs
{
    [Fact]
    public async Task Submitters_answer_to_a_question_is_information_and_the_request_goes_on()
    {
        var house = await IntakeHouse.AskedAsync();
        await house.AskTheSubmitterAsync("Which voice?");

        var result = await house.TakeAsync(IntakeHouse.Mail(Sample.Sam.Email, "The singer's own.") with { References = [IntakeHouse.SubmitterMail] });

        Assert.Equal(house.Id, Assert.IsType<MailIntakeResult.Joined>(result).Id);
        var state = await house.StateAsync();
        Assert.Null(state.Question);
        Assert.Equal("The singer's own.", Assert.Single(state.Answers).Text);
    }

    [Fact]
    public async Task Submitters_mail_that_nobody_waits_for_is_a_note()
    {
        var house = await IntakeHouse.AskedAsync();

        Assert.IsType<MailIntakeResult.Joined>(await house.TakeAsync(
            IntakeHouse.Mail(Sample.Sam.Email, "The tool has a new name.") with { References = [IntakeHouse.SubmitterMail] }));

        Assert.Equal("The tool has a new name.", Assert.Single((await house.StateAsync()).Notes).Text);
    }

    [Fact]
    public async Task Approvers_yes_by_mail_decides_nothing_and_they_are_told_so_once()
    {
        var house = await IntakeHouse.AskedAsync();
        Task<MailIntakeResult> SayYes(string id) => house.TakeAsync(
            IntakeHouse.Mail(Sample.Ada.Email, "Approved!", id: id) with { References = [IntakeHouse.AskMail] });

        await SayYes("yes-1@studio.example");
        await SayYes("yes-2@studio.example");

        var state = await house.StateAsync();
        Assert.Equal((RequestStatus.Deciding, 0, 2), (state.Status, state.Decisions.Count, state.Notes.Count));
        Assert.Single(house.Caused, e => e is Effect.TellApprover { Notice: ApproverNotice.MailsDoNotDecide });
    }

    [Fact]
    public async Task Note_keeps_the_mail_with_its_files()
    {
        var house = await IntakeHouse.AskedAsync();
        var mail = IntakeHouse.Mail(Sample.Sam.Email, "The plan of the set.") with
        {
            References = [IntakeHouse.SubmitterMail],
            Files = [new IncomingFile("plan.pdf", "application/pdf", "%PDF"u8.ToArray())],
        };

        await house.TakeAsync(mail);

        var note = Assert.Single((await house.StateAsync()).Notes);
        Assert.Contains("plan.pdf", note.Text, StringComparison.Ordinal);
        Assert.True(house.Keeps(note.Original!.Sha256));
    }

    [Fact]
    public async Task Approver_is_told_once_that_mails_do_not_decide_whether_proven_or_let_out_by_an_admin()
    {
        var house = await IntakeHouse.AskedAsync();
        await house.DoAsync(new Command.AddNote(house.By(Sample.Deciding(Sample.Ada, Authentication.VouchedByAdmin)), "Approved.", Meets: null));

        await house.TakeAsync(IntakeHouse.Mail(Sample.Ada.Email, "Did you get it?") with { References = [IntakeHouse.AskMail] });

        Assert.Single(house.Caused, e => e is Effect.TellApprover { Notice: ApproverNotice.MailsDoNotDecide });
    }

    [Fact]
    public async Task Answer_to_a_digest_is_held_and_opens_no_request()
    {
        var house = await IntakeHouse.AskedAsync();

        var held = Assert.IsType<MailIntakeResult.Quarantined>(await house.TakeAsync(
            IntakeHouse.Mail(Sample.Ada.Email, "All fine with me.") with { References = [IntakeHouse.DigestMail] }));

        Assert.Contains("digest", held.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plus_address_alone_finds_the_request()
    {
        var house = await IntakeHouse.AskedAsync();
        var address = house.Addresses.For(house.Id, Sample.Ada.Email);

        var result = await house.TakeAsync(IntakeHouse.Mail(Sample.Ada.Email, "I look at it on Monday.") with { Recipients = [address] });

        Assert.Equal(house.Id, Assert.IsType<MailIntakeResult.Joined>(result).Id);
    }

    [Fact]
    public async Task Plus_address_that_was_changed_finds_nothing()
    {
        var house = await IntakeHouse.AskedAsync();
        var address = house.Addresses.For(house.Id, Sample.Ada.Email);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var forged = $"{address[..(at - 1)]}{(address[at - 1] == 'z' ? 'y' : 'z')}{address[at..]}";

        var result = await house.TakeAsync(IntakeHouse.Mail(Sample.Ada.Email, "I look at it on Monday.") with { Recipients = [forged] });

        Assert.IsNotType<MailIntakeResult.Joined>(result);
        Assert.Empty((await house.StateAsync()).Notes);
    }

    [Fact]
    public async Task Strangers_answer_is_held()
    {
        var house = await IntakeHouse.AskedAsync();

        Assert.IsType<MailIntakeResult.Quarantined>(await house.TakeAsync(
            IntakeHouse.Mail("eve@elsewhere.example", "Approved!") with { References = [IntakeHouse.AskMail] }));

        Assert.Single(house.Quarantine.Held);
        Assert.Empty((await house.StateAsync()).Notes);
    }

    [Fact]
    public async Task Unproven_answer_is_held_even_to_the_right_address()
    {
        var house = await IntakeHouse.AskedAsync();

        Assert.IsType<MailIntakeResult.Quarantined>(await house.TakeAsync(
            IntakeHouse.Mail(Sample.Ada.Email, "Approved!", proven: false) with { Recipients = [house.Addresses.For(house.Id, Sample.Ada.Email)] }));

        Assert.Empty((await house.StateAsync()).Notes);
    }

    [Fact]
    public async Task Same_answer_twice_is_one()
    {
        var house = await IntakeHouse.AskedAsync();
        var mail = IntakeHouse.Mail(Sample.Sam.Email, "The tool has a new name.") with { References = [IntakeHouse.SubmitterMail] };

        await house.TakeAsync(mail);
        Assert.IsType<MailIntakeResult.Joined>(await house.TakeAsync(mail));

        Assert.Single((await house.StateAsync()).Notes);
    }

    [Fact]
    public async Task Answer_to_a_closed_request_is_a_note()
    {
        var house = await IntakeHouse.AskedAsync();
        await house.DoAsync(new Command.Withdraw(house.By(Sample.Submitting), null));

        Assert.IsType<MailIntakeResult.Joined>(await house.TakeAsync(
            IntakeHouse.Mail(Sample.Sam.Email, "For the file.") with { References = [IntakeHouse.SubmitterMail] }));

        Assert.Single((await house.StateAsync()).Notes);
    }

    [Fact]
    public async Task Answer_that_says_nothing_is_refused_with_what_to_do()
    {
        var house = await IntakeHouse.AskedAsync();

        var refused = Assert.IsType<MailIntakeResult.Refused>(await house.TakeAsync(
            IntakeHouse.Mail(Sample.Sam.Email, "> only what we wrote") with { References = [IntakeHouse.SubmitterMail] }));

        Assert.Contains("above", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_by_mail_fill_what_a_declaration_left_out_and_the_rest_is_asked_again()
    {
        var open = Sample.Declaration with { Use = null, FinalDeliverable = null };
        var house = await IntakeHouse.SubmittedAsync(Sample.Submission(open) with { Channel = Channel.Email });
        Assert.Equal(RequestStatus.AwaitingInfo, (await house.StateAsync()).Status);

        await house.TakeAsync(IntakeHouse.Mail(Sample.Sam.Email, "Use: ideation", id: "a1@x.example") with { References = [IntakeHouse.SubmitterMail] });
        var half = await house.StateAsync();
        Assert.Equal((RequestStatus.AwaitingInfo, IntendedUse.Ideation), (half.Status, half.Declaration.Use));
        Assert.DoesNotContain("use", half.Question!.Fields);

        await house.TakeAsync(IntakeHouse.Mail(Sample.Sam.Email, "Final deliverable: no", id: "a2@x.example") with { References = [IntakeHouse.SubmitterMail] });
        var whole = await house.StateAsync();
        Assert.Equal((RequestStatus.Submitted, Answer.No), (whole.Status, whole.Declaration.FinalDeliverable));
    }
}
