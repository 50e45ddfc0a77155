using System.Net;
using Core.Tests.Records;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Web.Tests.Records;

public class RecordPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_learns_that_a_record_is_genuine_and_no_more()
    {
        await using var site = await RecordSite.WithRecordAsync();

        var page = await site.Browser.GetStringAsync(RecordSite.Path, Cancellation);

        Assert.All(
            ["Genuine", ApprovedRequest.Id.ToString(), "9 Mar 2026", "30 Jun 2026", site.Signer.KeyId],
            shown => Assert.Contains(shown, page, StringComparison.Ordinal));
        Assert.All(
            ["The Salt Road", "phare", "Delete the face model", "Prawna", "file.pdf", "Camille"],
            hidden => Assert.DoesNotContain(hidden, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Holder_of_a_mailed_link_reads_all_and_takes_the_file()
    {
        await using var site = await RecordSite.StartAsync();
        var hash = await site.IssueAsync();

        var page = await site.Browser.GetStringAsync(RecordSite.Path + site.TokenQuery, Cancellation);
        var file = await site.Browser.GetAsync($"{RecordSite.Path}/file.pdf{site.TokenQuery}", Cancellation);
        var jws = await site.Browser.GetByteArrayAsync($"{RecordSite.Path}/record.jws{site.TokenQuery}", Cancellation);

        Assert.Contains("Delete the face model on delivery.", page, StringComparison.Ordinal);
        Assert.Contains($"{RecordSite.Path}/file.pdf?t=", page, StringComparison.Ordinal);
        Assert.Equal(site.Archive.Files[hash], await file.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{ApprovedRequest.Id}.pdf", file.Content.Headers.ContentDisposition!.FileName);
        Assert.IsType<Verification.Genuine>(RecordVerifier.Verify(jws, site.Signer.Keys));
    }

    [Theory]
    [InlineData("file.pdf")]
    [InlineData("record.jws")]
    public async Task File_is_for_those_who_may_read_it(string name)
    {
        await using var site = await RecordSite.WithRecordAsync();
        var foreign = $"?t={site.Tokens.ForSubmitter(RequestId.FromBits(1), "someone@crew.example")}";

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Browser.GetAsync($"{RecordSite.Path}/{name}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Browser.GetAsync($"{RecordSite.Path}/{name}{foreign}", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData(1, "approver-1", false)]
    [InlineData(9, null, false)]
    [InlineData(1, null, true)]
    public async Task Approvers_link_opens_the_record_only_where_their_approval_stands_in_it(int ask, string? person, bool opens)
    {
        await using var site = await RecordSite.WithRecordAsync();
        person ??= ApprovedRequest.State().Asks[0].Person.Id;
        var query = $"?t={site.Tokens.ForAsk(ApprovedRequest.Id, ask, person)}";

        var response = await site.Browser.GetAsync($"{RecordSite.Path}/file.pdf{query}", Cancellation);

        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Record_that_has_run_out_says_so()
    {
        await using var site = await RecordSite.WithRecordAsync();
        site.Clock.Advance(TimeSpan.FromDays(200));

        Assert.Contains("has run out", await site.Browser.GetStringAsync(RecordSite.Path, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GAI-0000-0000")]
    [InlineData("nonsense")]
    [InlineData("GAI-%3Cscript%3E")]
    public async Task Number_without_a_record_is_not_found(string id)
    {
        await using var site = await RecordSite.WithRecordAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser.GetAsync($"/records/{id}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Approved_request_without_a_record_yet_is_not_found()
    {
        await using var site = await RecordSite.StartAsync();
        site.Archive.Approve();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser.GetAsync(RecordSite.Path, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Changed_event_shows_as_altered()
    {
        await using var site = await RecordSite.WithRecordAsync();
        var e = site.Archive.Events[0];
        site.Archive.Events[0] = e with { Json = e.Json.Replace("The Salt Road", "The Salt Sea", StringComparison.Ordinal) };

        await AssertAlteredAsync(site, "Event 1 ");
    }

    [Fact]
    public async Task History_rewritten_with_a_chain_that_holds_shows_as_altered()
    {
        await using var site = await RecordSite.WithRecordAsync();
        var happened = site.Archive.Events.Select(EventCodec.Decode).ToList();
        site.Archive.Events.Clear();
        foreach (var h in happened)
        {
            site.Archive.Happen(h.Event, h.At.AddHours(-1), h.By);
        }

        await AssertAlteredAsync(site, "not the one that it was signed over");
    }

    [Fact]
    public async Task Record_of_another_request_in_its_place_shows_as_altered()
    {
        await using var site = await RecordSite.WithRecordAsync();
        site.Archive.Happen(
            new Event.EffectDelivered(new EffectKey("x"), new Delivery(Delivery.RecordChannel, new string('0', 64), null)),
            ApprovedRequest.ClosedAt,
            Actor.System);

        await AssertAlteredAsync(site, "missing");
    }

    [Fact]
    public async Task Changed_file_shows_as_altered_and_is_not_handed_out()
    {
        await using var site = await RecordSite.StartAsync();
        site.Archive.Files[await site.IssueAsync()][500] ^= 1;

        await AssertAlteredAsync(site, "not the one that was issued");
        Assert.Equal(
            HttpStatusCode.Conflict, (await site.Browser.GetAsync($"{RecordSite.Path}/file.pdf{site.TokenQuery}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Uploaded_record_is_verified()
    {
        await using var site = await RecordSite.StartAsync();
        var file = site.Archive.Files[await site.IssueAsync()];

        var genuine = await (await site.UploadAsync(file)).Content.ReadAsStringAsync(Cancellation);
        file[500] ^= 1;
        var altered = await (await site.UploadAsync(file)).Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("<h2>Genuine</h2>", genuine, StringComparison.Ordinal);
        Assert.Contains("Delete the face model on delivery.", genuine, StringComparison.Ordinal);
        Assert.Contains("<h2>Altered</h2>", altered, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete the face model", altered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_of_something_else_is_no_record_and_its_name_does_no_harm()
    {
        await using var site = await RecordSite.StartAsync();

        var page = await (await site.UploadAsync([1, 2, 3], "<script>.pdf")).Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("<h2>Not a record</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_without_a_file_asks_for_one()
    {
        await using var site = await RecordSite.StartAsync();

        var answer = await site.UploadAsync(null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Choose the file to verify", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_without_the_seal_of_the_form_is_not_looked_at()
    {
        await using var site = await RecordSite.StartAsync();
        var file = site.Archive.Files[await site.IssueAsync()];

        var answer = await site.UploadAsync(file, sealedForm: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Genuine", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_that_is_too_large_is_refused()
    {
        await using var site = await RecordSite.StartAsync();

        var answer = await site.UploadAsync(new byte[RecordVerifier.MaxBytes + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Published_keys_verify_a_record_offline()
    {
        await using var site = await RecordSite.StartAsync();
        var file = site.Archive.Files[await site.IssueAsync()];

        var jwks = await site.Browser.GetByteArrayAsync("/.well-known/approvals-keys.json", Cancellation);

        Assert.True(RecordKeys.TryRead(jwks, out var keys, out _));
        Assert.IsType<Verification.Genuine>(RecordVerifier.Verify(file, keys));
    }

    private static async Task AssertAlteredAsync(RecordSite site, string what)
    {
        var anybodys = await site.Browser.GetStringAsync(RecordSite.Path, Cancellation);
        Assert.Contains("<h2>Altered</h2>", anybodys, StringComparison.Ordinal);
        Assert.Contains(what, anybodys, StringComparison.Ordinal);
        var owners = await site.Browser.GetStringAsync(RecordSite.Path + site.TokenQuery, Cancellation);
        Assert.Contains("panel bad", owners, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete the face model", owners, StringComparison.Ordinal);
    }
}
