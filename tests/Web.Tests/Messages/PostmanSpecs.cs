using Web.Tests.Review;
using Workflow.Core.Classification;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;

namespace Web.Tests.Messages;

/// <summary>What a mail says of answers to it is true.</summary>
public sealed class PostmanSpecs
{
    [Theory]
    [InlineData(Answers.Join, "you can simply answer")]
    [InlineData(Answers.JoinAndDecideNothing, "It decides nothing.")]
    public async Task Mail_whose_answers_are_read_says_what_becomes_of_them_and_where_they_go(Answers answers, string says)
    {
        var mail = await SendAsync(answers, isRead: true);

        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(says, mail.Html, StringComparison.Ordinal);
        Assert.NotNull(mail.ReplyTo);
    }

    [Theory]
    [InlineData(Answers.Join, false)]
    [InlineData(Answers.JoinAndDecideNothing, false)]
    [InlineData(Answers.AreNotRead, true)]
    public async Task Mail_whose_answers_nobody_reads_says_so_and_asks_for_none(Answers answers, bool isRead)
    {
        var mail = await SendAsync(answers, isRead);

        Assert.Contains("Nobody reads answers to this mail.", mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.ReplyTo);
    }

    private static async Task<OutgoingMail> SendAsync(Answers answers, bool isRead)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        var postman = new Postman(site.Mails, new ReplyAddress("ai-use@studio.example", key: null, isRead), site.Service<PublicAddress>());
        var letter = new Letter($"Please decide", [new Part.Paragraph($"Please decide")]);
        await postman.SendAsync(
            site.Id, new Addressee("Ada", "ada@studio.example", Language.English, answers), "1@approvals.example", effect: null, letter, TestContext.Current.CancellationToken);
        return site.Mails.Sent[^1];
    }
}
