using Microsoft.Extensions.Time.Testing;
using Web.Tests.Review;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Links;
using Workflow.Web.SecondStep;

namespace Web.Tests.SecondStep;

public sealed class OneTimeCodesTests
{
    private static readonly AskLink Ask = new(RequestId.FromBits(42), 1, "ada");
    private readonly FakeTimeProvider _clock = new(Cast.Monday);
    private readonly MemoryCodes _store = new();
    private readonly OneTimeCodes _codes;

    public OneTimeCodesTests() => _codes = new OneTimeCodes(_store, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Right_code_works_once()
    {
        var code = await IssueAsync();

        Assert.Equal(CodeResult.Right, await _codes.TryAsync(Ask, code, Cancel));
        Assert.Equal(CodeResult.Spent, await _codes.TryAsync(Ask, code, Cancel));
    }

    [Fact]
    public async Task Code_may_be_typed_with_spaces() =>
        Assert.Equal(CodeResult.Right, await _codes.TryAsync(Ask, $" {(await IssueAsync()).Insert(3, " ")} ", Cancel));

    [Fact]
    public async Task Five_wrong_tries_spend_the_code()
    {
        var code = await IssueAsync();
        for (var i = 0; i < OneTimeCodes.MaxAttempts; i++)
            Assert.Equal(CodeResult.Wrong, await _codes.TryAsync(Ask, Other(code), Cancel));

        Assert.Equal(CodeResult.Spent, await _codes.TryAsync(Ask, code, Cancel));
    }

    [Fact]
    public async Task What_cannot_be_a_code_costs_no_try()
    {
        var code = await IssueAsync();
        for (var i = 0; i < 20; i++)
            Assert.Equal(CodeResult.Wrong, await _codes.TryAsync(Ask, "my code?", Cancel));

        Assert.Equal(CodeResult.Right, await _codes.TryAsync(Ask, code, Cancel));
    }

    [Fact]
    public async Task Code_is_too_old_after_ten_minutes()
    {
        var code = await IssueAsync();
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(CodeResult.Spent, await _codes.TryAsync(Ask, code, Cancel));
    }

    [Fact]
    public async Task Next_code_replaces_the_last_one_and_comes_a_minute_later()
    {
        var first = await IssueAsync();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await _codes.IssueAsync(Ask, Cancel));

        _clock.Advance(TimeSpan.FromSeconds(1));
        var second = await IssueAsync();
        Assert.Equal(first == second ? CodeResult.Right : CodeResult.Wrong, await _codes.TryAsync(Ask, first, Cancel));
        Assert.Equal(first == second ? CodeResult.Spent : CodeResult.Right, await _codes.TryAsync(Ask, second, Cancel));
    }

    [Fact]
    public async Task Next_code_comes_at_once_when_the_last_one_was_used()
    {
        await _codes.TryAsync(Ask, await IssueAsync(), Cancel);

        Assert.Equal(CodeResult.Right, await _codes.TryAsync(Ask, await IssueAsync(), Cancel));
    }

    [Fact]
    public async Task Code_counts_for_its_own_request_ask_and_person_only()
    {
        var code = await IssueAsync();

        Assert.Equal(CodeResult.Spent, await _codes.TryAsync(Ask with { Request = RequestId.FromBits(43) }, code, Cancel));
        Assert.Equal(CodeResult.Spent, await _codes.TryAsync(Ask with { Ask = 2 }, code, Cancel));
        Assert.Equal(CodeResult.Spent, await _codes.TryAsync(Ask with { PersonId = "bob" }, code, Cancel));
    }

    [Fact]
    public async Task Store_never_sees_the_code()
    {
        var code = await IssueAsync();

        Assert.DoesNotContain(_store.Hashes, h => h.Contains(code, StringComparison.Ordinal));
    }

    private async Task<string> IssueAsync()
    {
        var code = await _codes.IssueAsync(Ask, Cancel);
        Assert.Matches("^[0-9]{6}$", code);
        return code!;
    }

    private static string Other(string code) => code == "000000" ? "000001" : "000000";
}
