using System.Net;
using Web.Tests.House;
using Workflow.Core.Intake;

namespace Web.Tests.Api;

public sealed class EmailIntakeApiTests
{
    private static string Proven { get; } = PlainMailReader.Mail("robin@artdept.example", proven: true, "We want to make mood boards of the harbour.");

    [Fact]
    public async Task Mail_with_a_proven_sender_becomes_a_request_that_says_what_is_missing()
    {
        await using var house = await WebHouse.OpenAsync();

        var response = await PostAsync(house, Proven);

        var body = await RequestsApiTests.JsonAsync(response);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("awaiting-info", body.GetProperty("status").GetString());
        Assert.Contains("p1", body.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
    }

    [Fact]
    public async Task Same_mail_again_is_the_same_request_with_200()
    {
        await using var house = await WebHouse.OpenAsync();
        await PostAsync(house, Proven);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(house, Proven)).StatusCode);
        Assert.Equal(1, house.Store.Count);
    }

    [Fact]
    public async Task Mail_with_an_unproven_sender_is_held_and_said_so()
    {
        await using var house = await WebHouse.OpenAsync();

        var response = await PostAsync(house, PlainMailReader.Mail("robin@artdept.example", proven: false, "Trust me."));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("quarantined", (await RequestsApiTests.JsonAsync(response)).GetProperty("status").GetString());
        Assert.Single(house.Quarantine.Held);
        Assert.Equal(0, house.Store.Count);
    }

    [Fact]
    public async Task Mail_that_cannot_be_taken_is_422_with_the_reason()
    {
        await using var house = await WebHouse.OpenAsync();

        await RequestsApiTests.AssertProblemAsync(await PostAsync(house, "garbage"), HttpStatusCode.UnprocessableEntity, "mail-refused");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic a-key-that-only-the-mail-server-has")]
    public async Task Without_the_key_nothing_is_taken(string? authorization)
    {
        await using var house = await WebHouse.OpenAsync();

        var response = await PostAsync(house, Proven, authorization);

        await RequestsApiTests.AssertProblemAsync(response, HttpStatusCode.Unauthorized, "intake-key-needed");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(0, house.Store.Count);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer a-key-that-only-the-mail-server-has")]
    public async Task Without_a_configured_key_the_address_is_closed_and_says_how_to_open_it(string authorization)
    {
        await using var house = await WebHouse.OpenAsync(intakeKey: null);

        var problem = await RequestsApiTests.AssertProblemAsync(
            await PostAsync(house, Proven, authorization), HttpStatusCode.NotFound, "intake-closed");

        Assert.Contains("Intake:Key", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_that_can_be_guessed_stops_the_start()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => WebHouse.OpenAsync(intakeKey: "short"));

        Assert.Contains("Intake:Key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_media_types_are_415()
    {
        await using var house = await WebHouse.OpenAsync();

        await RequestsApiTests.AssertProblemAsync(
            await PostAsync(house, Proven, mediaType: "text/plain"), HttpStatusCode.UnsupportedMediaType, "wrong-media-type");
    }

    [Fact]
    public async Task Oversized_mail_is_413()
    {
        await using var house = await WebHouse.OpenAsync();

        await RequestsApiTests.AssertProblemAsync(
            await PostAsync(house, new string('x', MailLimits.RawBytes + 1)), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    private static async Task<HttpResponseMessage> PostAsync(
        WebHouse house, string mail, string? authorization = $"Bearer {WebHouse.IntakeKey}", string mediaType = "message/rfc822")
    {
        using var client = house.Program();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/email") { Content = new StringContent(mail) };
        request.Content.Headers.ContentType = new(mediaType);
        request.Headers.ExpectContinue = true;
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
