using System.Net;
using Web.Tests.House;
using Workflow.Core.Approval;

namespace Web.Tests.Following;

public sealed class ConsentPageTests
{
    private static readonly (string Name, byte[] Content) Paper = ("consent.pdf", "signed"u8.ToArray());

    private static readonly IReadOnlyList<(string Name, string? Value)> Typed =
    [
        ("person", "Mara Quill"), ("kind", "use"), ("scope", "Two lines in scene 14, worldwide."), ("signedBy", "Mara Quill"),
        ("from", "2026-03-01"), ("until", "2026-12-31"),
    ];

    [Fact]
    public async Task Consent_goes_to_the_request_with_its_document()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);

        var status = await browser.FollowAsync(await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/consent")), Typed, Paper));

        var evidence = Assert.Single((await house.RequestAsync(request.Id)).Consents).Evidence;
        Assert.Equal(("Mara Quill", ConsentKind.Use, "consent.pdf"), (evidence.Person, evidence.Kind, evidence.Document.Name));
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31)), (evidence.From, evidence.Until));
        Assert.Contains(evidence.Document.Sha256, house.Blobs.Contents.Keys);
        Assert.Contains("Not checked yet.", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_that_shows_two_kinds_is_a_consent_of_each()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);
        var form = await browser.OpenAsync(house.Path(request, "/request/consent"));

        await browser.SendAsync(form, [.. Typed, ("kind", "creation")], Paper);
        await browser.SendAsync(form, [.. Typed, ("kind", "creation")], Paper);

        var consents = (await house.RequestAsync(request.Id)).Consents;
        Assert.Equal([ConsentKind.Use, ConsentKind.Creation], consents.Select(c => c.Evidence.Kind));
        Assert.Single(consents.Select(c => c.Evidence.Document.Sha256).Distinct());
    }

    [Fact]
    public async Task Status_names_whose_consent_is_missing_until_it_is_accepted()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);
        var before = await browser.OpenAsync(house.Path(request, "/request"));
        await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/consent")), Typed, Paper);
        await house.DoAsync(request, s => new Command.CheckConsent(s, 1, 1, Accepted: true, null), Approvals.Ada);

        var after = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("Mara Quill: consent to the use as declared", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is approved before", after.Text, StringComparison.Ordinal);
        Assert.Contains("Accepted.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_consent_is_shown_with_what_is_wrong_with_it()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);
        await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/consent")), Typed, Paper);
        await house.DoAsync(request, s => new Command.CheckConsent(s, 1, 1, Accepted: false, "The second page is missing."), Approvals.Ada);

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("Not accepted.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The second page is missing.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is approved before", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_form_says_what_is_missing_beside_each_field_and_stores_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);

        var page = await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/consent")));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.All(["otherPerson", "kind", "scope", "signedBy", "from", "attachments"], field => Assert.NotNull(page.Problem(field)));
        Assert.All(page.Summary, id => Assert.NotNull(page.Document.GetElementById(id)));
        Assert.Empty((await house.RequestAsync(request.Id)).Consents);
    }

    [Theory]
    [InlineData("until", "2026-02-28")]
    [InlineData("until", "soon")]
    [InlineData("otherPerson", "Somebody else")]
    [InlineData("kind", "no such kind")]
    public async Task Field_that_is_wrong_is_refused_and_everything_typed_is_kept(string field, string value)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);

        var page = await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/consent")), [.. Typed.Where(t => t.Name != field), (field, value)], Paper);

        Assert.NotNull(page.Problem(field));
        Assert.Equal("Two lines in scene 14, worldwide.", page.Value("scope"));
        Assert.Contains("choose yours again", page.Text, StringComparison.Ordinal);
        Assert.Empty(house.Blobs.Contents);
    }

    [Fact]
    public async Task Two_files_at_once_are_refused()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);

        var page = await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/consent")), Typed, Paper, ("more.pdf", "x"u8.ToArray()));

        Assert.Contains("Choose one file", page.Problem("attachments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_sent_twice_attaches_one_consent()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);
        var form = await browser.OpenAsync(house.Path(request, "/request/consent"));

        await browser.SendAsync(form, Typed, Paper);
        var second = await browser.SendAsync(form, Typed, Paper);

        Assert.Equal(HttpStatusCode.SeeOther, second.Status);
        Assert.Single((await house.RequestAsync(request.Id)).Consents);
    }

    [Fact]
    public async Task Person_is_typed_where_the_declaration_names_nobody()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.AskAsync(await house.SubmitAsync(), Approvals.WithConsent);

        var sent = await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/consent")), [.. Typed.Skip(1), ("otherPerson", "Ben Okoro")], Paper);

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal("Ben Okoro", (await house.RequestAsync(request.Id)).Consents.Single().Evidence.Person);
    }

    [Fact]
    public async Task Withdrawn_request_takes_no_consent()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);
        await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/withdraw")));

        Assert.Equal(HttpStatusCode.Conflict, (await browser.OpenAsync(house.Path(request, "/request/consent"))).Status);
    }
}
