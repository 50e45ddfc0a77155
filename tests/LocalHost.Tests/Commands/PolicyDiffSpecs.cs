using LocalHost.Commands;

namespace LocalHost.Tests.Commands;

public sealed class PolicyDiffSpecs : IDisposable
{
    private readonly PolicyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Same_policy_is_exit_code_0() => Assert.Equal(ExitCode.Fine, await DiffAsync());

    [Fact]
    public async Task Stricter_policy_is_exit_code_0()
    {
        _folder.Add("overlays:\n  - overlays/california.yaml\n");
        Assert.Equal(ExitCode.Fine, await DiffAsync("--json"));
    }

    [Fact]
    public async Task Laxer_policy_is_exit_code_1()
    {
        _folder.Replace("approval-validity: 365 days", "approval-validity: 4000 days");
        Assert.Equal(ExitCode.No, await DiffAsync());
    }

    [Fact]
    public async Task Policy_that_cannot_be_read_is_exit_code_2()
    {
        _folder.Add("signal: x\n");
        Assert.Equal(ExitCode.Failed, await DiffAsync());
    }

    private Task<int> DiffAsync(params string[] options) => DiffCommand.Create()
        .Parse([PolicyFolder.Shipped, _folder.Policy, .. options]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
}
