using System.Text;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

/// <summary>What the corpus does not show: bounces of servers are there, one by one.</summary>
public class BounceSpecs
{
    [Fact]
    public async Task Delay_is_no_failure() => Assert.False((await ReportAsync("Final-Recipient: rfc822; a@x.example\nAction: delayed\nStatus: 4.4.1")).IsFailure);

    [Fact]
    public async Task One_failure_among_many_is_one() => Assert.True((await ReportAsync(
        "Final-Recipient: rfc822; a@x.example\nAction: delivered\n\nFinal-Recipient: rfc822; b@x.example\nAction: Failed (gave up)\nStatus: 5.1.1 (no such)")).IsFailure);

    [Fact]
    public async Task Receiver_is_whom_we_wrote_to() => Assert.Equal(
        new BouncedRecipient("a@x.example", true, "5.1.1"),
        Assert.Single((await ReportAsync("Final-Recipient: rfc822; forwarded@y.example\nOriginal-Recipient: rfc822;A@x.example\nAction: failed\nStatus: 5.1.1")).Recipients));

    [Fact]
    public async Task Recipient_without_an_address_is_left_out() =>
        Assert.Empty((await ReportAsync("Final-Recipient: x400; /C=x/\nAction: failed\nStatus: nonsense")).Recipients);

    [Fact]
    public async Task Mail_of_a_server_without_any_id_is_no_bounce() => Assert.IsType<MailReading.Automatic>(await ReadAsync(
        "From: MAILER-DAEMON@x.example\nReturn-Path: <>\nSubject: failure notice\n\n<a@x.example>:\nno such user"));

    [Fact]
    public async Task Persons_mail_that_quotes_a_bounce_is_none() => Assert.IsType<MailReading.Read>(await ReadAsync(
        "From: ana@x.example\nSubject: what is this?\n\n<b@x.example>:\nno such user\nMessage-ID: <1@y.example>"));

    private static async Task<BounceReport> ReportAsync(string groups) => Assert.IsType<MailReading.Bounced>(await ReadAsync(
        "From: MAILER-DAEMON@x.example\nSubject: x\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        + $"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x.example\n\n{groups}\n\n--b--\n")).Report;

    private static Task<MailReading> ReadAsync(string mail) =>
        Corpus.Reader().ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(mail)), TestContext.Current.CancellationToken);
}
