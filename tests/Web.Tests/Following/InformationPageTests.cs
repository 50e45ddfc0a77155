using System.Net;
using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Web.Tests.Following;

public sealed class InformationPageTests
{
    [Fact]
    public async Task Answer_in_words_and_files_goes_to_the_request()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose harbour is it?");
        var form = await browser.OpenAsync(house.Path(request, "/request/information"));

        var status = await browser.FollowAsync(await browser.SendAsync(form, [("answer", "Our own.\r\nWe built it.")], ("plan.pdf", "x"u8.ToArray())));

        var answered = (await house.RequestAsync(request.Id)).Answers.Single();
        Assert.Equal("Our own.\nWe built it.", answered.Text);
        Assert.Equal("plan.pdf", Assert.Single(answered.Attachments).Name);
        Assert.Contains("your answer is here", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_is_recorded_as_proven_by_the_mailed_link()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose harbour is it?");

        await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/information")), [("answer", "Ours.")]);

        var history = await house.Desk.HistoryAsync(request.Id, TestContext.Current.CancellationToken);
        Assert.Equal(Authentication.MailedLink, history!.Events.Single(e => e.Event is Event.InformationProvided).By.Authentication);
    }

    [Fact]
    public async Task Answer_posted_twice_is_one_answer_and_both_posts_succeed()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose harbour is it?");
        var form = await browser.OpenAsync(house.Path(request, "/request/information"));

        var first = await browser.SendAsync(form, [("answer", "Ours.")]);
        var second = await browser.SendAsync(form, [("answer", "Ours.")]);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.Status, second.Status));
        Assert.Single((await house.RequestAsync(request.Id)).Answers);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B ")]
    public async Task Answer_without_words_is_refused_beside_the_field(string answer)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose harbour is it?");

        var page = await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/information")), [("answer", answer)], ("plan.pdf", "x"u8.ToArray()));

        Assert.NotNull(page.Problem("answer"));
        Assert.Empty(house.Blobs.Contents);
        Assert.Empty((await house.RequestAsync(request.Id)).Answers);
    }

    [Fact]
    public async Task Answer_that_is_too_long_is_kept_in_the_form()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose harbour is it?");
        var answer = new string('x', DeclarationLimits.Text + 1);

        var page = await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/information")), [("answer", answer)]);

        Assert.Contains("20001 characters", page.Problem("answer"), StringComparison.Ordinal);
        Assert.Equal(answer, page.Value("answer"));
    }

    [Fact]
    public async Task Answer_without_a_proven_form_is_not_taken_and_kept()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose harbour is it?");
        var form = await browser.OpenAsync(house.Path(request, "/request/information"));
        browser.ForgetCookies(house);

        var page = await browser.SendAsync(form, [("answer", "Ours.")]);

        Assert.Equal((HttpStatusCode.BadRequest, "Ours."), (page.Status, page.Value("answer")));
        Assert.Empty((await house.RequestAsync(request.Id)).Answers);
    }

    [Fact]
    public async Task Answer_that_nobody_waits_for_gets_a_page_that_says_so()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();

        var page = await browser.OpenAsync(house.Path(request, "/request/information"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.NotNull(page.Document.QuerySelector("a[href^='/request?t=']"));
    }

    [Fact]
    public async Task Completion_shows_what_is_known_and_answers_nothing_else()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitIncompleteAsync();

        var page = await browser.OpenAsync(house.Path(request, "/request/information"));

        Assert.Equal("Mood <boards> for the harbour", page.Value("title"));
        Assert.Equal("no", page.Value("p2"));
        Assert.All(["p1", "p3", "p4", "p5", "use", "finalDeliverable"], name => Assert.Null(page.Value(name)));
        Assert.Contains("sketch.png", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_fills_the_gaps_and_keeps_files_and_submitter()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitIncompleteAsync();
        var typed = Typing.But(("name", "Somebody Else"), ("email", "else@elsewhere.example"), ("title", "Boards"));

        var sent = await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/information")), typed, ("more.pdf", "x"u8.ToArray()));

        var after = await house.RequestAsync(request.Id);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Empty(after.Declaration.Missing());
        Assert.Equal("Boards", after.Declaration.Title);
        Assert.Equal(["sketch.png", "more.pdf"], after.Declaration.Attachments.Select(a => a.Name));
        Assert.Equal("robin@artdept.example", after.Submission.Submitter.Email);
    }

    [Fact]
    public async Task Completion_with_gaps_names_them_and_keeps_what_was_typed()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitIncompleteAsync();

        var page = await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/information")), [("p1", "yes"), ("title", "")]);

        Assert.Equal("yes", page.Value("p1"));
        Assert.Equal("", page.Value("title"));
        Assert.NotNull(page.Problem("title"));
        Assert.NotNull(page.Problem("p3"));
        Assert.Null(page.Problem("p1"));
        Assert.All(page.Summary, id => Assert.NotNull(page.Document.GetElementById(id)));
    }
}
