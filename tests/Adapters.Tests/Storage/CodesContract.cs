using Workflow.Core.Ports;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="ICodeStore"/> must do.</summary>
public abstract class CodesContract : PortContract<ICodeStore>
{
    private ICodeStore Codes => Port;

    [Fact]
    public async Task A_right_code_is_used_up()
    {
        await Codes.SaveAsync("ask-1", "right", Noon.AddMinutes(10), Token);

        Assert.Equal(CodeResult.Right, await TryAsync("right"));
        Assert.Equal(CodeResult.Spent, await TryAsync("right"));
    }

    [Fact]
    public async Task A_wrong_code_may_be_tried_again_until_the_attempts_are_spent()
    {
        await Codes.SaveAsync("ask-1", "right", Noon.AddMinutes(10), Token);

        Assert.Equal(CodeResult.Wrong, await TryAsync("wrong"));
        Assert.Equal(CodeResult.Wrong, await TryAsync("wrong"));
        Assert.Equal(CodeResult.Spent, await TryAsync("wrong"));
        Assert.Equal(CodeResult.Spent, await TryAsync("right"));
    }

    [Fact]
    public async Task A_code_is_spent_at_its_instant()
    {
        await Codes.SaveAsync("ask-1", "right", Noon.AddMinutes(10), Token);

        Assert.Equal(CodeResult.Spent, await Codes.TryAsync("ask-1", "right", Noon.AddMinutes(10), 3, Token));
    }

    [Fact]
    public async Task A_new_code_replaces_the_old_one_and_its_attempts()
    {
        await Codes.SaveAsync("ask-1", "old", Noon.AddMinutes(10), Token);
        await TryAsync("wrong");
        await TryAsync("wrong");
        await Codes.SaveAsync("ask-1", "new", Noon.AddMinutes(20), Token);

        Assert.Equal(CodeResult.Wrong, await TryAsync("old"));
        Assert.Equal(CodeResult.Right, await TryAsync("new"));
    }

    [Fact]
    public async Task A_code_holds_for_its_purpose_alone()
    {
        await Codes.SaveAsync("ask-1", "right", Noon.AddMinutes(10), Token);

        Assert.Equal(CodeResult.Spent, await Codes.TryAsync("ask-2", "right", Noon, 3, Token));
    }

    [Fact]
    public async Task Of_many_right_tries_at_once_one_is_right()
    {
        await Codes.SaveAsync("ask-1", "right", Noon.AddMinutes(10), Token);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TryAsync("right"))));

        Assert.Single(results, CodeResult.Right);
    }

    private Task<CodeResult> TryAsync(string code) => Codes.TryAsync("ask-1", code, Noon, 3, Token);
}
