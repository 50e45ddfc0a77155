using System.Net;
using Web.Tests.House;
using Workflow.Core.Requests;

namespace Web.Tests.Submitting;

public sealed class DeclareFormTests
{
    [Fact]
    public async Task Form_as_shown_answers_no_question_for_the_person()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.OpenAsync("/declare");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("[checked]"));
        Assert.Equal("", page.Value("production"));
        Assert.All(page.Document.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select"), control =>
            Assert.True(control.Closest("label") is not null || page.Document.QuerySelector($"label[for='{control.Id}']") is not null, control.OuterHtml));
    }

    [Fact]
    public async Task Form_filled_in_becomes_a_request_and_leads_to_its_receipt()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var receipt = await browser.FollowAsync(await browser.SendAsync(await browser.OpenAsync("/declare"), Typing.Complete));

        var request = await house.RequestAsync(IdOn(receipt));
        Assert.Equal("Mood boards of a harbour at night,\nfor discussion only.", request.Declaration.Description);
        Assert.Equal(new Submitter("Robin Vale", "robin@artdept.example", "fr"), request.Submission.Submitter);
        Assert.Equal([new Tool("Sketcher", Plan: "Enterprise")], request.Declaration.Tools);
        Assert.Equal(Channel.Form, request.Submission.Channel);
    }

    [Fact]
    public async Task Receipt_shows_the_id_and_never_the_private_link()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var receipt = await browser.FollowAsync(await browser.SendAsync(await browser.OpenAsync("/declare"), Typing.Complete));

        Assert.DoesNotContain("?t=", receipt.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("robin@", receipt.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_posted_twice_is_one_request()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var form = await browser.OpenAsync("/declare");

        var posts = await Task.WhenAll(browser.SendAsync(form, Typing.Complete), browser.SendAsync(form, Typing.Complete));

        Assert.Equal(posts[0].Response.Headers.Location, posts[1].Response.Headers.Location);
        Assert.Equal(1, house.Store.Count);
    }

    [Fact]
    public async Task Form_posted_again_with_other_words_is_shown_with_them_and_then_taken_as_a_second_request()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var form = await browser.OpenAsync("/declare");
        await browser.SendAsync(form, Typing.Complete);

        var again = await browser.SendAsync(form, Typing.But(("title", "Other boards")));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("sent this form before", again.Text, StringComparison.Ordinal);
        Assert.Equal("Other boards", again.Value("title"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(again)).Status);
        Assert.Equal(2, house.Store.Count);
    }

    [Fact]
    public async Task Empty_form_names_every_field_at_once_beside_it_and_stores_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.SendAsync(await browser.OpenAsync("/declare"), [], ("notes.txt", "x"u8.ToArray()));

        string[] fields = ["name", "email", "production", "title", "description", "tools", "use", "finalDeliverable", "p1", "p2", "p3", "p4", "p5"];
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.All(fields, f => Assert.False(string.IsNullOrWhiteSpace(page.Problem(f)), $"{f} has no problem beside it"));
        Assert.Equal(fields.Order(), page.Summary.Order());
        Assert.All(page.Summary, id => Assert.NotNull(page.Document.GetElementById(id)));
        Assert.Equal(0, house.Store.Count);
        Assert.Empty(house.Blobs.Contents);
    }

    [Fact]
    public async Task Problem_is_tied_to_its_control()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.SendAsync(await browser.OpenAsync("/declare"), Typing.But(("email", "not an address")));

        var control = page.Document.GetElementById("email")!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Contains("email-error", control.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.StartsWith("Problem:", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_form_keeps_everything_that_was_typed()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var typed = Typing.But(
            ("email", "not an address"),
            ("tools[3].name", "Second"),
            ("peopleDepicted", "Ida Holm\nthe lead"),
            ("inputKinds", "unreleased"),
            ("inputKinds", "personal-data"),
            ("from", "31/12/2026"),
            ("description", "\nstarts with an empty line"));

        var page = await browser.SendAsync(await browser.OpenAsync("/declare"), typed);

        foreach (var (name, value) in typed.Where(t => t.Name is not ("inputKinds" or "tools[3].name")))
        {
            Assert.Equal(value, page.Value(name));
        }

        Assert.Equal("Second", page.Value("tools[1].name"));
        Assert.Equal(["unreleased", "personal-data"], page.Document.QuerySelectorAll("[name=inputKinds]:checked").Select(e => e.GetAttribute("value")));
    }

    [Fact]
    public async Task Html_in_every_field_comes_back_as_the_text_it_is()
    {
        const string Attack = "\"'></textarea></option><script>alert(1)</script><b onclick=x>&amp;";
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var form = await browser.OpenAsync("/declare");
        var names = form.Document.Forms.Single().Elements
            .Select(e => e.GetAttribute("name"))
            .OfType<string>()
            .Where(n => n is not ("form-id" or "form-token" or "attachments"))
            .Distinct()
            .ToList();

        var page = await browser.SendAsync(form, names.Select(n => (n, (string?)Attack)));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("script, [onclick], b"));
        Assert.Equal(Attack, page.Value("title"));
        Assert.Equal(Attack, page.Value("description"));
        Assert.Equal(Attack, page.Value("tools[0].name"));
        Assert.True(names.Count > 30);
    }

    [Fact]
    public async Task Form_without_its_cookie_is_not_taken_and_keeps_what_was_typed()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var form = await browser.OpenAsync("/declare");
        browser.ForgetCookies(house);

        var page = await browser.SendAsync(form, Typing.Complete);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Mood boards for the harbour", page.Value("title"));
        Assert.Equal(0, house.Store.Count);
    }

    [Theory]
    [InlineData("form-token")]
    [InlineData("form-id")]
    public async Task Form_without_its_seal_is_not_taken(string field)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.SendAsync(await browser.OpenAsync("/declare"), Typing.But((field, null)));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, house.Store.Count);
    }

    [Fact]
    public async Task Production_that_nobody_knows_is_refused()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.SendAsync(await browser.OpenAsync("/declare"), Typing.But(("production", "Elsewhere")));

        Assert.NotNull(page.Problem("production"));
        Assert.Equal(0, house.Store.Count);
    }

    [Fact]
    public async Task Invisible_and_direction_turning_characters_go_from_names()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var receipt = await browser.FollowAsync(await browser.SendAsync(
            await browser.OpenAsync("/declare"), Typing.But(("name", "Ro\u200Bbin \u202EelaV"), ("title", "Mood\u2066 boards"))));

        var request = await house.RequestAsync(IdOn(receipt));
        Assert.Equal("Robin elaV", request.Submission.Submitter.Name);
        Assert.Equal("Mood boards", request.Declaration.Title);
    }

    [Fact]
    public async Task Files_are_stored_under_their_hash_with_harmless_names()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var receipt = await browser.FollowAsync(await browser.SendAsync(
            await browser.OpenAsync("/declare"), Typing.Complete, ("..\\..\\stills\u202Egpj.exe", "one"u8.ToArray()), ("terms.pdf", "two"u8.ToArray())));

        var files = (await house.RequestAsync(IdOn(receipt))).Declaration.Attachments;
        Assert.Equal(["stillsgpj.exe", "terms.pdf"], files.Select(f => f.Name));
        Assert.All(files, f => Assert.Equal(f.Size, house.Blobs.Contents[f.Sha256].Length));
    }

    [Fact]
    public async Task More_files_than_fit_are_refused_beside_the_field_and_not_stored()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var files = Enumerable.Range(0, DeclarationLimits.Attachments + 1).Select(i => ($"{i}.txt", new[] { (byte)i })).ToArray();

        var page = await browser.SendAsync(await browser.OpenAsync("/declare"), Typing.Complete, files);

        Assert.Contains("at most 20 files", page.Problem("attachments"), StringComparison.Ordinal);
        Assert.Empty(house.Blobs.Contents);
        Assert.Equal(0, house.Store.Count);
    }

    [Fact]
    public async Task Files_that_are_too_large_together_are_refused_beside_the_field()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.SendAsync(
            await browser.OpenAsync("/declare"), Typing.Complete, ("film.mov", new byte[DeclarationLimits.AttachmentBytes + 1]));

        Assert.Contains("25 MB", page.Problem("attachments"), StringComparison.Ordinal);
        Assert.Equal("Robin Vale", page.Value("name"));
        Assert.Empty(house.Blobs.Contents);
    }

    [Fact]
    public async Task Body_larger_than_any_form_is_refused_before_it_is_read()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/declare");
        request.Headers.ExpectContinue = true;
        request.Content = new ByteArrayContent(new byte[28 * 1024 * 1024]);
        request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=missing", HttpStatusCode.BadRequest)]
    public async Task What_is_no_form_gets_a_page_that_says_so(string mediaType, HttpStatusCode expected)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        using var content = new StringContent("anything");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(mediaType);

        var response = await client.PostAsync(new Uri("/declare", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task More_fields_than_the_form_has_are_refused()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.SendAsync(
            await browser.OpenAsync("/declare"), [.. Typing.Complete, .. Enumerable.Range(0, 500).Select(i => ($"extra{i}", (string?)"x"))]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, house.Store.Count);
    }

    [Fact]
    public async Task Receipt_for_an_unknown_id_is_not_found()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/declare/sent?id={RequestId.FromBits(1)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/declare/sent?id=<script>")).Status);
    }

    private static RequestId IdOn(Shown receipt) => RequestId.Parse(receipt.Document.QuerySelector(".code")!.TextContent, null);
}
