using System.Diagnostics;
using System.Net;
using Workflow.Core.Approval;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.AzureStorage;

/// <summary>What a writer says when the way to the service fails: never "stored" when it is not, never "conflict" with itself.</summary>
public sealed class LostAnswerTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task A_write_whose_answer_is_lost_is_stored_once_and_said_to_be(int lost)
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        Assert.True(await store.Events.AppendAsync(Append(Id(1)), Token));
        var deaf = store.Through(LosesAnswers(lost));

        Assert.True(await deaf.Events.AppendAsync(Append(Id(1), 1, effects: [new Effect.IssueRecord()]), Token));

        Assert.Equal(2, (await store.Events.LoadAsync(Id(1), Token)).Count);
        Assert.Single(await store.Outbox.DueAsync(Noon, 10, Token));
    }

    [Fact]
    public async Task A_first_write_whose_answer_is_lost_is_stored_once_and_said_to_be()
    {
        var store = await TablesInstallation.MakeAsync(azurite);

        Assert.True(await store.Through(LosesAnswers(1)).Events.AppendAsync(Append(Id(1)), Token));

        Assert.Single(await store.Events.LoadAsync(Id(1), Token));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_and_that_others_followed_is_said_to_be_stored()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var deaf = store.Through(new Wire(async (request, send) =>
        {
            var answer = await send();
            if (!Wire.IsTransaction(request))
                return answer;
            await store.Events.AppendAsync(Append(Id(1), 1), Token);
            throw new HttpRequestException("the answer is lost");
        }));

        Assert.True(await deaf.Events.AppendAsync(Append(Id(1)), Token));

        Assert.Equal(2, (await store.Events.LoadAsync(Id(1), Token)).Count);
    }

    [Fact]
    public async Task A_failed_attempt_whose_answer_is_lost_is_counted_once()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        await store.Events.AppendAsync(Append(Id(1), effects: [new Effect.IssueRecord()]), Token);
        var key = Effect(Id(1), 1, new Effect.IssueRecord()).Key;

        await store.Through(LosesAnswers(1)).Outbox.FailedAsync(key, "IOException", Noon.AddMinutes(5), Token);

        Assert.Equal(1, Assert.Single(await store.Outbox.OfAsync(Id(1), Token)).Attempts);
    }

    [Fact]
    public async Task A_write_that_never_arrives_fails_and_stores_nothing()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var cut = store.Through(new Wire((request, send) =>
            Wire.IsTransaction(request) ? throw new HttpRequestException("no way") : send()));

        await Assert.ThrowsAnyAsync<Exception>(() => cut.Events.AppendAsync(Append(Id(1)), Token));

        Assert.Empty(await store.Events.LoadAsync(Id(1), Token));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_busy_service_is_asked_again_after_the_pause_it_names(HttpStatusCode status)
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var tries = new List<long>();
        var busy = store.Through(new Wire((request, send) =>
        {
            if (!Wire.IsTransaction(request))
                return send();
            tries.Add(Stopwatch.GetTimestamp());
            return tries.Count > 1 ? send() : Task.FromResult(Busy(status));
        }));

        Assert.True(await busy.Events.AppendAsync(Append(Id(1)), Token));

        Assert.Equal(2, tries.Count);
        Assert.InRange(Stopwatch.GetElapsedTime(tries[0], tries[1]).TotalSeconds, 0.95, 30);
    }

    private static HttpResponseMessage Busy(HttpStatusCode status)
    {
        var answer = new HttpResponseMessage(status);
        answer.Headers.Add("Retry-After", "1");
        return answer;
    }

    private static Wire LosesAnswers(int count) => new(async (request, send) =>
    {
        var answer = await send();
        return Wire.IsTransaction(request) && count-- > 0 ? throw new HttpRequestException("the answer is lost") : answer;
    });
}
