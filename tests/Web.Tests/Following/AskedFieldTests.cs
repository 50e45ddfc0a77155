using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Web.Tests.Following;

/// <summary>A person's question that names the fields it is about.</summary>
public sealed class AskedFieldTests
{
    [Fact]
    public async Task Form_shows_the_fields_asked_for_as_declared_and_no_others()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await AskAboutAsync(house, "tools[0].plan", "p5", "production");

        var page = await browser.OpenAsync(house.Path(request, "/request/information"));

        Assert.Equal("Enterprise", page.Value("tools[0].plan"));
        Assert.Equal("unsure", page.Value("p5"));
        Assert.Null(page.Document.QuerySelector("[name='title'], [name='production'], [name='p1']"));
        Assert.NotNull(page.Document.QuerySelector("[name='answer']"));
    }

    [Fact]
    public async Task Changed_field_goes_with_the_answer_and_the_rest_stays()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await AskAboutAsync(house, "p5");

        await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/information")), [("answer", "They do."), ("p5", "yes"), ("title", "Something else")]);

        var after = await house.RequestAsync(request.Id);
        Assert.Equal(Answer.Yes, after.Declaration.Principles.P5);
        Assert.Equal("Mood boards for the harbour", after.Declaration.Title);
        Assert.NotNull(after.Answers.Single().Before);
    }

    [Fact]
    public async Task Answer_that_changes_no_field_revises_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await AskAboutAsync(house, "p5", "tools", "inputKinds", "peopleDepicted");

        await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/information")), [("answer", "As declared.")]);

        Assert.Null((await house.RequestAsync(request.Id)).Answers.Single().Before);
    }

    [Fact]
    public async Task Field_emptied_that_is_needed_is_refused_beside_it_and_the_answer_kept()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await AskAboutAsync(house, "title");

        var page = await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/information")), [("answer", "See there."), ("title", "")]);

        Assert.NotNull(page.Problem("title"));
        Assert.Equal("See there.", page.Value("answer"));
        Assert.Empty((await house.RequestAsync(request.Id)).Answers);
    }

    [Fact]
    public async Task Status_names_what_the_question_is_about()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await AskAboutAsync(house, "tools", "territory");

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("It is about: Tools and Territory.", page.Text, StringComparison.Ordinal);
    }

    private static async Task<RequestState> AskAboutAsync(WebHouse house, params string[] fields) =>
        await house.DecideAsync(
            await house.AskAsync(await house.SubmitAsync()),
            new Decision(DecisionKind.AskForInformation, "Is that so?", [], fields));
}
