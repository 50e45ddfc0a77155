using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

public class AutomaticReplySpecs
{
    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Auto-Submitted: auto-replied; owner=x", true)]
    [InlineData("X-Autoreply: yes", true)]
    [InlineData("Precedence: auto_reply", true)]
    [InlineData("X-MS-Exchange-Inbox-Rules-Loop: a@x.example\nIn-Reply-To: <1@x.example>", true)]
    [InlineData("Auto-Submitted: auto-generated", false)]
    [InlineData("Auto-Submitted: auto-replied\nX-OTRS-Loop: 1", false)]
    [InlineData("Precedence: bulk", false)]
    [InlineData("Return-Path: <>", false)]
    [InlineData("Return-Path: < >", false)]
    public async Task Mail_of_a_program_says_whether_somebody_is_away(string header, bool away) =>
        Assert.Equal(away, Assert.IsType<MailReading.Automatic>(await MailSamples.ReadAsync(header + "\nSubject: x", "text")).Reply.SaysAway);

    [Theory]
    [InlineData("Auto-Submitted: no")]
    [InlineData("X-Autoreply: no")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("X-MS-Exchange-Inbox-Rules-Loop: a@x.example")]
    [InlineData("Precedence: first-class")]
    [InlineData("Return-Path: <ana@studio.example>")]
    public async Task Person_is_no_program(string header) => Assert.IsType<MailReading.Read>(await MailSamples.ReadAsync(header + "\nSubject: x", "text"));

    [Fact]
    public async Task Program_that_names_nobody_is_one_all_the_same() =>
        Assert.Null(Assert.IsType<MailReading.Automatic>(await MailSamples.ReadAsync("Auto-Submitted: auto-replied\nSubject: x", "text", from: "")).Reply.SenderAddress);

    [Theory]
    [InlineData("X-Loop: x")]
    [InlineData("List-Id: <lamps.x.example>")]
    [InlineData("Sender: approvals@approvals.example")]
    [InlineData("Message-ID: <4f1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192@approvals.example>")]
    public async Task What_would_go_round_in_circles_is_refused(string header) =>
        Assert.IsType<MailReading.Refused>(await MailSamples.ReadAsync(header + "\nSubject: x", "text"));
}
