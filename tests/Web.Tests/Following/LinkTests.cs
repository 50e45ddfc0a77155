using System.Net;
using System.Text.RegularExpressions;
using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Following;

namespace Web.Tests.Following;

public sealed partial class LinkTests
{
    [Theory]
    [InlineData("/request")]
    [InlineData("/request?t=")]
    [InlineData("/request?t=garbage")]
    [InlineData("/request/information?t=<script>")]
    [InlineData("/request/withdraw?t=a&t=b")]
    public async Task Link_that_opens_nothing_says_so_and_offers_a_new_one(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotNull(page.Document.QuerySelector("form[action='/request/link'] input[name=id]"));
    }

    [Fact]
    public async Task Approvers_link_opens_no_submitters_page()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.AskAsync(await house.SubmitAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/request?t={house.Links.ForAsk(request.Id, 1, "ada")}")).Status);
    }

    [Fact]
    public async Task Link_mailed_to_another_address_opens_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();

        Assert.Equal(
            HttpStatusCode.NotFound, (await browser.OpenAsync($"/request?t={house.Links.ForSubmitter(request.Id, "other@elsewhere.example")}")).Status);
    }

    [Fact]
    public async Task Old_link_leads_to_a_new_one_in_the_mailbox_on_record()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();
        var path = house.Path(request, "/request");
        house.Clock.Advance(TimeSpan.FromDays(401));

        var old = await browser.OpenAsync(path);
        var answer = await browser.SendAsync(old);

        Assert.Equal(HttpStatusCode.Gone, old.Status);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("robin@", answer.Html, StringComparison.Ordinal);
        var mail = Assert.Single(house.Sent.Mails);
        Assert.Equal("robin@artdept.example", mail.ToAddress);
        var link = new Uri(LinkIn().Match(mail.Text).Value);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(link.PathAndQuery)).Status);
    }

    [Fact]
    public async Task New_links_are_mailed_at_most_once_in_a_while()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();
        var page = await browser.OpenAsync("/request?t=garbage");

        await browser.SendAsync(page, [("id", request.Id.ToString())]);
        await browser.SendAsync(page, [("id", request.Id.ToString())]);
        Assert.Single(house.Sent.Mails);

        house.Clock.Advance(FreshLinks.Pause);
        await browser.SendAsync(page, [("id", request.Id.ToString())]);
        Assert.Equal(2, house.Sent.Mails.Count);
    }

    [Fact]
    public async Task Asking_for_the_link_of_an_unknown_request_gets_the_same_answer_and_no_mail()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();
        var unknown = RequestId.FromBits(7);
        var page = await browser.OpenAsync("/request?t=garbage");

        var forUnknown = await browser.SendAsync(page, [("id", unknown.ToString())]);
        Assert.Empty(house.Sent.Mails);
        var forKnown = await browser.SendAsync(page, [("id", request.Id.ToString())]);

        Assert.Equal(
            forKnown.Html.Replace(request.Id.ToString(), "", StringComparison.Ordinal),
            forUnknown.Html.Replace(unknown.ToString(), "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_for_a_link_with_a_mistyped_number_says_so_beside_the_field()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.SendAsync(await browser.OpenAsync("/request?t=garbage"), [("id", "GAI-????")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Problem("id"));
    }

    [Fact]
    public async Task Asking_for_a_link_from_elsewhere_mails_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();
        var page = await browser.OpenAsync("/request?t=garbage");
        browser.ForgetCookies(house);

        await browser.SendAsync(page, [("id", request.Id.ToString())]);

        Assert.Empty(house.Sent.Mails);
    }

    [Fact]
    public async Task Withdrawing_closes_the_request_once_with_its_reason()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.AskAsync(await house.SubmitAsync());
        var form = await browser.OpenAsync(house.Path(request, "/request/withdraw"));

        var first = await browser.SendAsync(form, [("reason", "No longer needed.")]);
        var second = await browser.SendAsync(form, [("reason", "No longer needed.")]);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.Status, second.Status));
        var after = await house.RequestAsync(request.Id);
        Assert.Equal((OutcomeKind.Withdrawn, "No longer needed."), (after.Outcome!.Kind, after.Outcome.Reason));
    }

    [Fact]
    public async Task Withdrawing_a_closed_request_says_that_it_is_closed()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.AskAsync(await house.SubmitAsync());
        var form = await browser.OpenAsync(house.Path(request, "/request/withdraw"));
        await house.DecideAsync(request, new Decision(DecisionKind.Reject, "No.", []));

        var page = await browser.SendAsync(form);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(OutcomeKind.Rejected, (await house.RequestAsync(request.Id)).Outcome!.Kind);
    }

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex LinkIn();
}
