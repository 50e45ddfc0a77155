[assembly: AssemblyFixture(typeof(TestServers.Azurite))]

namespace TestServers;

/// <summary>
/// One emulator for all tests of this assembly, started for the first that needs it. Where it is not installed these
/// tests are skipped, except in CI, where they fail.
/// </summary>
public sealed class Azurite : IDisposable
{
    private readonly Lazy<Task<AzuriteProcess>> _process = new(() => AzuriteProcess.StartAsync(AzuriteProcess.Find()!, CancellationToken.None));

    /// <summary>A connection string, once it listens.</summary>
    public async Task<string> ConnectAsync()
    {
        if (AzuriteProcess.Find() is null)
        {
            const string reason = "Azurite is not installed: run .ci/setup, or npm ci in eng/.";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("APPROVALS_CI") is not { Length: > 0 }, reason);
            Assert.Fail(reason);
        }

        return (await _process.Value).ConnectionString;
    }

    public void Dispose()
    {
        if (_process.IsValueCreated && _process.Value.IsCompletedSuccessfully)
            _process.Value.Result.Dispose();
    }
}
