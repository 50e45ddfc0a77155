using LocalHost.Commands;

namespace LocalHost.Tests.Commands;

public sealed class PolicyEvalSpecs
{
    private const string Right = """{"id": "a", "lang": "en", "channel": "email", "subject": "Trailer", "text": "We clone the voice of our lead for the table read.", "declared": null, "expect": {"tier": "written", "findings": ["digital-replica"]}}""";

    [Fact]
    public async Task Cases_that_come_out_right_are_exit_code_0() => Assert.Equal(ExitCode.Fine, await Run(Right, "--rules-only"));

    [Fact]
    public async Task Cases_that_come_out_wrong_are_exit_code_1() =>
        Assert.Equal(ExitCode.No, await Run(Right.Replace("[\"digital-replica\"]", "[\"union-work\"]", StringComparison.Ordinal), "--errors"));

    [Fact]
    public async Task Demand_can_be_lowered() =>
        Assert.Equal(
            ExitCode.Fine,
            await Run(Right.Replace("[\"digital-replica\"]", "[\"union-work\"]", StringComparison.Ordinal), "--json", "--finding-recall", "0", "--finding-precision", "0"));

    [Fact]
    public async Task Cases_that_cannot_be_read_are_exit_code_2() => Assert.Equal(ExitCode.Failed, await Run("{"));

    [Fact]
    public async Task Missing_file_is_exit_code_2() =>
        Assert.Equal(ExitCode.Failed, await EvalCommand.Create().Parse(["nowhere.jsonl"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));

    private static async Task<int> Run(string cases, params string[] options)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("approvals-eval-").FullName, "cases.jsonl");
        await File.WriteAllTextAsync(file, cases, TestContext.Current.CancellationToken);
        return await EvalCommand.Create().Parse([file, .. options]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
    }
}
