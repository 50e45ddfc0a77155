using Workflow.Adapters.Imap;

namespace Adapters.Tests.Imap;

public sealed class ImapOptionsSpecs
{
    [Fact]
    public void Without_a_host_nothing_else_is_asked_for() =>
        Assert.True(new ImapOptionsValidator().Validate(null, new ImapOptions { Port = 0 }).Succeeded);

    [Theory]
    [InlineData("User")]
    [InlineData("Password")]
    [InlineData("Port")]
    [InlineData("Every")]
    [InlineData("TimeoutSeconds")]
    [InlineData("Folders:Processed")]
    public void Wrong_setting_is_named(string setting)
    {
        var options = new ImapOptions { Host = "mail.studio.example", User = "intake", Password = "secret" };
        switch (setting)
        {
            case "User": options.User = null; break;
            case "Password": options.Password = "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/x)"; break;
            case "Port": options.Port = 70_000; break;
            case "Every": options.Every = TimeSpan.FromHours(1); break;
            case "TimeoutSeconds": options.TimeoutSeconds = 0; break;
            default: options.Folders.Processed = options.Folders.Rejected; break;
        }

        Assert.Contains($"Mail:Imap:{setting}", new ImapOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }
}
