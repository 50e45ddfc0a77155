namespace TestServers;

/// <summary>A mail server of a test's own. Where none is installed the test is skipped, except in CI, where it fails.</summary>
internal static class InstalledMailServer
{
    public static Task<MailServer> StartAsync()
    {
        if (MailServer.Missing is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("APPROVALS_CI") is not { Length: > 0 }, reason);
            Assert.Fail(reason);
        }

        return MailServer.StartAsync(TestContext.Current.CancellationToken);
    }
}
