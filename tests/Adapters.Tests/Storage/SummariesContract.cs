using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="ISummaries"/> must do.</summary>
public abstract class SummariesContract : StoreContract
{
    [Fact]
    public async Task Open_ones_come_before_closed_ones_the_most_overdue_first_then_the_newest()
    {
        await PutAsync(Summary(Id(1), status: RequestStatus.Closed, submittedAt: Noon.AddDays(9)));
        await PutAsync(Summary(Id(2), submittedAt: Noon.AddDays(1)));
        await PutAsync(Summary(Id(3), submittedAt: Noon.AddDays(2)));
        await PutAsync(Summary(Id(4), limit: Noon.AddHours(1)));
        await PutAsync(Summary(Id(5), limit: Noon.AddHours(-1)));
        await PutAsync(Summary(Id(6), status: RequestStatus.Closed, submittedAt: Noon.AddDays(10)));

        Assert.Equal([Id(5), Id(4), Id(3), Id(2), Id(6), Id(1)], Ids(await ListAsync(new SummaryQuery())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task Pages_together_hold_each_request_once_in_order(int size)
    {
        for (var i = 1; i <= 20; i++)
        {
            await PutAsync(Summary(
                Id(i),
                status: i % 3 == 0 ? RequestStatus.Closed : RequestStatus.Deciding,
                limit: i % 4 == 0 ? null : Noon.AddHours(i / 2)));
        }

        var paged = await PagedAsync(new SummaryQuery(), size);

        Assert.Equal(Ids(await ListAsync(new SummaryQuery())), paged);
        Assert.Equal(20, paged.Distinct().Count());
    }

    [Fact]
    public async Task Counts_are_of_open_ones_and_of_those_whose_limit_has_come()
    {
        await PutAsync(Summary(Id(1), limit: Noon.AddHours(-1)));
        await PutAsync(Summary(Id(2), limit: Noon));
        await PutAsync(Summary(Id(3), limit: Noon.AddHours(1)));
        await PutAsync(Summary(Id(4)));
        await PutAsync(Summary(Id(5), status: RequestStatus.Closed));

        Assert.Equal(new SummaryCounts(Open: 4, Overdue: 2), await Store.Summaries.CountAsync(Noon, Token));
    }

    [Fact]
    public async Task Overdue_ones_of_a_tier_are_open_and_their_limit_has_come()
    {
        await PutAsync(Summary(Id(1), tier: Tier.Written, limit: Noon.AddHours(-1)));
        await PutAsync(Summary(Id(2), tier: Tier.Written, limit: Noon));
        await PutAsync(Summary(Id(3), tier: Tier.Written, limit: Noon.AddSeconds(1)));
        await PutAsync(Summary(Id(4), tier: Tier.Written));
        await PutAsync(Summary(Id(5), tier: Tier.Review, limit: Noon.AddHours(-1)));
        await PutAsync(Summary(Id(6), tier: Tier.Written, status: RequestStatus.Closed));

        Assert.Equal(2, await Store.Summaries.OverdueAsync(Tier.Written, Noon, Token));
        Assert.Equal(0, await Store.Summaries.OverdueAsync(Tier.Notify, Noon, Token));
    }

    [Fact]
    public async Task Standing_is_kept_and_filters()
    {
        await PutAsync(Summary(Id(1), status: RequestStatus.Closed) with { Standing = Standing.Revoked });
        await PutAsync(Summary(Id(2), status: RequestStatus.Deciding) with { Standing = Standing.Revoked });
        await PutAsync(Summary(Id(3), status: RequestStatus.Closed) with { Standing = Standing.InForce });
        await PutAsync(Summary(Id(4)));

        var revoked = await ListAsync(new SummaryQuery(Standing: Standing.Revoked));

        Assert.Equal([Id(2), Id(1)], Ids(revoked));
        Assert.All(revoked.Items, row => Assert.Equal(Standing.Revoked, row.Standing));
        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Standing: Standing.Revoked, Open: false))));
        Assert.Null((await ListAsync(new SummaryQuery(Open: true))).Items.Single(row => row.Id == Id(4)).Standing);
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        await PutAsync(Summary(Id(1), status: RequestStatus.Deciding, tier: Tier.Written));
        await PutAsync(Summary(Id(2), status: RequestStatus.Deciding, tier: Tier.Review));
        await PutAsync(Summary(Id(3), status: RequestStatus.Closed, tier: Tier.Written));
        await PutAsync(Summary(Id(4)));

        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(RequestStatus.Deciding, Tier.Written))));
        Assert.Equal([Id(3)], Ids(await ListAsync(new SummaryQuery(Open: false))));
        Assert.Equal([Id(1), Id(3)], Ids(await ListAsync(new SummaryQuery(Tier: Tier.Written))));
        Assert.Equal(3, (await ListAsync(new SummaryQuery(Open: true))).Items.Count);
        Assert.Equal([Id(2)], Ids(await ListAsync(new SummaryQuery(Open: true, Tier: Tier.Review, Search: "quay"))));
    }

    [Fact]
    public async Task A_list_of_a_production_holds_its_requests_however_its_name_is_written()
    {
        await PutAsync(Summary(Id(1), production: "Été à Salt / Road #2"));
        await PutAsync(Summary(Id(2), production: " ÉTÉ À SALT / ROAD #2 ", limit: Noon));
        await PutAsync(Summary(Id(3), production: "Été à Salt"));
        await PutAsync(Summary(Id(4), production: ""));

        Assert.Equal([Id(2), Id(1)], Ids(await ListAsync(new SummaryQuery(Production: "été à salt / road #2"))));
        Assert.Empty(Ids(await ListAsync(new SummaryQuery(Production: "Nothing"))));
    }

    [Fact]
    public async Task A_list_of_an_approver_holds_their_requests_in_the_order_of_lists()
    {
        await PutAsync(Summary(Id(1), status: RequestStatus.Closed, approvers: ["ada"]));
        await PutAsync(Summary(Id(2), status: RequestStatus.Deciding, tier: Tier.Written, approvers: ["ada", "bob"]));
        await PutAsync(Summary(Id(3), status: RequestStatus.AwaitingInfo, tier: Tier.Review, limit: Noon, approvers: ["ada"]));
        await PutAsync(Summary(Id(4), status: RequestStatus.Deciding, tier: Tier.Written, approvers: ["bob"]));

        Assert.Equal([Id(3), Id(2), Id(1)], Ids(await ListAsync(new SummaryQuery(Approver: "ada"))));
        Assert.Equal([Id(2)], Ids(await ListAsync(new SummaryQuery(Approver: "ada", Tier: Tier.Written))));
        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Approver: "ada", Open: false))));
        Assert.Empty(Ids(await ListAsync(new SummaryQuery(Approver: "ADA"))));
    }

    [Fact]
    public async Task Approver_production_and_words_hold_together()
    {
        await PutAsync(Summary(Id(1), production: "Salt", approvers: ["ada"]));
        await PutAsync(Summary(Id(2), production: "Salt", approvers: ["bob"]));
        await PutAsync(Summary(Id(3), production: "Other", approvers: ["ada"]));
        await PutAsync(Summary(Id(4), production: "Salt", approvers: ["ada"], searchText: "wolves"));

        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Production: "salt", Approver: "ada", Search: "quay"))));
        Assert.Equal(2, (await ListAsync(new SummaryQuery(Production: "salt", Approver: "ada"))).Items.Count);
        Assert.Empty(Ids(await ListAsync(new SummaryQuery(Production: "other", Search: Id(1).ToString()))));
    }

    [Fact]
    public async Task A_list_of_an_approver_forgets_whom_the_request_no_longer_names()
    {
        await PutAsync(Summary(Id(1), approvers: ["ada", "bob"], production: "Before"));
        await AppendedAsync(Append(Id(1), 1, summary: Summary(Id(1), approvers: ["bob", "cleo"], limit: Noon, production: "After")));

        Assert.Empty(Ids(await ListAsync(new SummaryQuery(Approver: "ada"))));
        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Approver: "bob"))));
        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Approver: "cleo"))));
        Assert.Empty(Ids(await ListAsync(new SummaryQuery(Production: "before"))));
        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Production: "after"))));
    }

    [Theory]
    [InlineData("ada", null)]
    [InlineData(null, "Salt")]
    [InlineData("ada", "Salt")]
    public async Task Pages_of_an_approver_or_a_production_hold_each_request_once_in_order(string? approver, string? production)
    {
        for (var i = 1; i <= 24; i++)
        {
            await PutAsync(Summary(
                Id(i),
                status: i % 3 == 0 ? RequestStatus.Closed : RequestStatus.Deciding,
                limit: i % 4 == 0 ? null : Noon.AddHours(i / 2),
                production: i % 5 == 0 ? "Other" : "Salt",
                approvers: i % 2 == 0 ? ["ada"] : ["bob", "ada"]));
        }

        var query = new SummaryQuery(Approver: approver, Production: production);
        var paged = await PagedAsync(query, 5);

        Assert.Equal(Ids(await ListAsync(query)), paged);
        Assert.Equal(production is null ? 24 : 20, paged.Distinct().Count());
    }

    [Theory]
    [InlineData("moodboards")]
    [InlineData("mood")]
    [InlineData("LANTERN keepers")]
    [InlineData("varga harbour")]
    [InlineData("quay")]
    [InlineData("éclair")]
    [InlineData("eclair")]
    [InlineData("\"fog\" AND")]
    public async Task Search_finds_beginnings_of_words_in_any_field_and_any_accent(string search)
    {
        await PutAsync(Summary(Id(1), searchText: "fog over the quay and one éclair"));
        await PutAsync(Summary(Id(2), title: "Temp voices", searchText: "nothing of the sort") with { Production = "Other", Submitter = "Someone" });

        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Search: search))));
    }

    [Fact]
    public async Task Search_finds_a_request_by_its_id()
    {
        await PutAsync(Summary(Id(1)));
        await PutAsync(Summary(Id(2)));

        Assert.Equal([Id(2)], Ids(await ListAsync(new SummaryQuery(Search: Id(2).ToString()))));
    }

    [Fact]
    public async Task Search_finds_what_a_request_says_now_and_not_what_it_said()
    {
        await PutAsync(Summary(Id(1), searchText: "wolves"));
        await AppendedAsync(Append(Id(1), 1, summary: Summary(Id(1), searchText: "foxes")));

        Assert.Empty(Ids(await ListAsync(new SummaryQuery(Search: "wolves"))));
        Assert.Equal([Id(1)], Ids(await ListAsync(new SummaryQuery(Search: "foxes"))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"'*()^:-")]
    public async Task Search_without_a_word_filters_nothing(string? search)
    {
        await PutAsync(Summary(Id(1)));

        Assert.Single((await ListAsync(new SummaryQuery(Search: search))).Items);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("")]
    public async Task An_altered_continuation_starts_from_the_beginning(string continuation)
    {
        await PutAsync(Summary(Id(1)));

        Assert.Single((await Store.Summaries.ListAsync(new SummaryQuery(), 10, continuation, Token)).Items);
    }

    private protected Task PutAsync(RequestSummary summary) => AppendedAsync(Append(summary.Id, summary: summary));

    private protected Task<SummaryPage> ListAsync(SummaryQuery query) => Store.Summaries.ListAsync(query, 100, null, Token);

    private async Task<List<RequestId>> PagedAsync(SummaryQuery query, int size)
    {
        var paged = new List<RequestId>();
        string? continuation = null;
        do
        {
            var page = await Store.Summaries.ListAsync(query, size, continuation, Token);
            Assert.InRange(page.Items.Count, 1, size);
            paged.AddRange(Ids(page));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return paged;
    }

    private static IEnumerable<RequestId> Ids(SummaryPage page) => page.Items.Select(item => item.Id);
}
