using System.Net;
using System.Text;
using System.Text.Json;
using Web.Tests.House;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Web.Tests.Api;

public sealed class RequestsApiTests
{
    private const string Complete = """
        {
          "name": "Robin Vale", "email": "Robin@ArtDept.example", "production": "The Lantern Coast",
          "title": "Mood boards", "description": "Boards of a harbour at night.",
          "tools": [{ "name": "Sketcher", "plan": "Enterprise" }], "inputKinds": ["own-or-licensed"],
          "use": "ideation", "finalDeliverable": "no", "p1": "yes", "p2": "yes", "p3": "yes", "p4": "yes", "p5": "unsure"
        }
        """;

    [Fact]
    public async Task Declaration_is_accepted_with_its_id_and_address()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        var response = await PostAsync(client, Complete);

        var body = await JsonAsync(response);
        var id = RequestId.Parse(body.GetProperty("id").GetString()!, null);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($"/api/requests/{id}", response.Headers.Location!.ToString());
        Assert.Equal("submitted", body.GetProperty("status").GetString());
        var request = await house.RequestAsync(id);
        Assert.Equal(Channel.Api, request.Submission.Channel);
        Assert.Equal(Authentication.Claimed, request.SubmittedBy.Authentication);
    }

    [Fact]
    public async Task Same_key_and_body_again_gets_the_same_answer_with_200()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        var first = await PostAsync(client, Complete, "key-1");
        var again = await PostAsync(client, Complete, "key-1");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await TextAsync(first), await TextAsync(again));
        Assert.Equal(1, house.Store.Count);
    }

    [Fact]
    public async Task Same_key_with_another_body_is_422()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        await PostAsync(client, Complete, "key-1");

        var response = await PostAsync(client, Complete.Replace("Mood boards", "Other boards", StringComparison.Ordinal), "key-1");

        await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(1, house.Store.Count);
    }

    [Fact]
    public async Task Body_of_nothing_but_unknown_fields_gets_a_short_answer()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        var response = await PostAsync(client, $"{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"{i:x}\":1"))}}}");

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "field-problems");
        Assert.InRange((await TextAsync(response)).Length, 1, 100_000);
    }

    [Fact]
    public async Task Same_body_without_a_key_is_another_request_each_time()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        await PostAsync(client, Complete);
        await PostAsync(client, Complete);

        Assert.Equal(2, house.Store.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task Unusable_key_is_refused(string key)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        await AssertProblemAsync(await PostAsync(client, Complete, key), HttpStatusCode.BadRequest, "bad-idempotency-key");
    }

    [Fact]
    public async Task Field_problems_come_all_at_once_by_field()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        var response = await PostAsync(client, """{ "name": "Robin", "email": "nobody", "use": "fun", "tools": [{ "vendor": "Sketch Ltd" }] }""");

        var problem = await AssertProblemAsync(response, HttpStatusCode.BadRequest, "field-problems");
        var fields = problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ToList();
        Assert.Contains("email", fields);
        Assert.Contains("use", fields);
        Assert.Contains("tools[0].name", fields);
        Assert.Contains("p5", fields);
        Assert.Equal(0, house.Store.Count);
    }

    [Fact]
    public async Task Unknown_fields_and_wrong_types_are_named_all_at_once()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        var response = await PostAsync(client, """{ "Title": "x", "title": 7, "tools": [null, { "colour": "red" }], "inputKinds": "unreleased", "peopleDepicted": [1], "outputs": null }""");

        var problem = await AssertProblemAsync(response, HttpStatusCode.BadRequest, "field-problems");
        Assert.Equal(
            ["Title", "title", "tools[0]", "tools[1].colour", "inputKinds", "peopleDepicted[0]"],
            problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Theory]
    [InlineData("{ \"title\": \"x\", }", "line 1")]
    [InlineData("{\n  \"title\": oops\n}", "line 2")]
    [InlineData("", "line 1")]
    [InlineData("{ \"title\": \"a\", \"title\": \"b\" }", "twice")]
    [InlineData("{ \"title\": \"\\ud800\" }", "line 1")]
    [InlineData("{ \"\\ud800\": 1 }", "cannot be read")]
    [InlineData("{\"tools\":[[[[[[[[[[]]]]]]]]]]}", "line 1")]
    public async Task Malformed_json_is_400_and_says_where(string body, string where)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        var problem = await AssertProblemAsync(await PostAsync(client, body), HttpStatusCode.BadRequest, "malformed-json");

        Assert.Contains(where, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task Json_that_is_no_object_is_400(string body)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, body)).StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_400()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        using var content = new ByteArrayContent([.. "{\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        var response = await client.PostAsync(new Uri("/api/requests", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "malformed-json");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Other_media_types_are_415(string mediaType)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        await AssertProblemAsync(await PostAsync(client, Complete, mediaType: mediaType), HttpStatusCode.UnsupportedMediaType, "wrong-media-type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Oversized_body_is_413_whether_announced_or_not(bool announced)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests");
        var body = Encoding.UTF8.GetBytes($$"""{ "description": "{{new string('x', 1_200_000)}}" }""");
        request.Content = announced ? new ByteArrayContent(body) : new StreamContent(new NoLength(body));
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = announced;
        request.Headers.TransferEncodingChunked = announced ? null : true;

        await AssertProblemAsync(await client.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task Status_tells_nothing_of_what_the_request_is_about()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        var id = (await JsonAsync(await PostAsync(client, Complete))).GetProperty("id").GetString();

        var response = await client.GetAsync(new Uri($"/api/requests/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        var body = await JsonAsync(response);
        Assert.Equal(["id", "status", "links"], body.EnumerateObject().Select(p => p.Name));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("GAI-0000-0000x")]
    [InlineData("nonsense")]
    [InlineData("GAI-7K3M-Q2XF")]
    public async Task Unknown_or_mistyped_id_is_404(string id)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        await AssertProblemAsync(
            await client.GetAsync(new Uri($"/api/requests/{id}", UriKind.Relative), TestContext.Current.CancellationToken),
            HttpStatusCode.NotFound,
            "unknown-request");
    }

    [Fact]
    public async Task Unknown_address_below_api_is_a_problem_document()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        await AssertProblemAsync(
            await client.GetAsync(new Uri("/api/nothing", UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "not-found");
    }

    internal static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await JsonAsync(response);
        Assert.Equal($"urn:approvals:problem:{code}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await TextAsync(response));
        return document.RootElement.Clone();
    }

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string body, string? key = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(mediaType);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class NoLength(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
