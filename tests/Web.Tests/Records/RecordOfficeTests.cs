using Workflow.Core.Approval;
using Workflow.Core.Records;

namespace Web.Tests.Records;

public class RecordOfficeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issued_record_is_stored_under_its_hash_and_is_genuine()
    {
        await using var site = await RecordSite.StartAsync();

        var delivery = await site.Office.IssueAsync(site.Archive.Approve(), site.Archive.Events, Cancellation);

        Assert.Equal((Delivery.RecordChannel, null), (delivery.Channel, delivery.Failure));
        Assert.IsType<Verification.Genuine>(RecordVerifier.Verify(site.Archive.Files[delivery.Reference!], site.Signer.Keys));
    }

    [Fact]
    public async Task Record_issued_again_says_the_same()
    {
        await using var site = await RecordSite.StartAsync();
        var request = site.Archive.Approve();

        var first = await site.Office.IssueAsync(request, site.Archive.Events, Cancellation);
        site.Clock.Advance(TimeSpan.FromDays(30));
        var second = await site.Office.IssueAsync(request, site.Archive.Events, Cancellation);

        Assert.Equal(Signed(site, first), Signed(site, second));
    }

    [Fact]
    public async Task Broken_history_gets_no_record()
    {
        await using var site = await RecordSite.StartAsync();
        var request = site.Archive.Approve();
        var events = site.Archive.Events;
        events[1] = events[1] with { Json = events[1].Json + " " };

        await Assert.ThrowsAsync<InvalidDataException>(() => site.Office.IssueAsync(request, events, Cancellation));
        Assert.Empty(site.Archive.Files);
    }

    private static string Signed(RecordSite site, Delivery delivery)
    {
        var parts = SealedPdf.Split(site.Archive.Files[delivery.Reference!])!;
        return Convert.ToBase64String(parts.Document.Span) + parts.Jws[..parts.Jws.LastIndexOf('.')];
    }
}
