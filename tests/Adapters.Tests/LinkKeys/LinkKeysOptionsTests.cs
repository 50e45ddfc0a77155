using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.LinkKeys;

namespace Adapters.Tests.LinkKeys;

public sealed class LinkKeysOptionsTests
{
    private const string Ring = "https://data.blob.core.windows.net/link-keys/key-ring.xml";
    private const string Key = "https://kv.vault.azure.net/keys/links";

    [Fact]
    public void Settings_of_the_infrastructure_are_accepted() => Assert.Empty(Refusals(Ring, Key));

    [Fact]
    public void Ring_in_the_emulator_is_accepted_with_its_connection_string() => Assert.Empty(
        Refusals("http://127.0.0.1:10000/devstoreaccount1/link-keys/key-ring.xml", Key, "UseDevelopmentStorage=true"));

    [Theory]
    [InlineData("", Key, "LinkKeys:KeyRing")]
    [InlineData("http://data.blob.core.windows.net/link-keys/key-ring.xml", Key, "LinkKeys:KeyRing")]
    [InlineData("https://data.blob.core.windows.net/link-keys", Key, "LinkKeys:KeyRing")]
    [InlineData("https://data.blob.core.windows.net/link-keys/key-ring.xml?sv=1&sig=secret", Key, "LinkKeys:KeyRing")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/link-keys/key-ring.xml", Key, "LinkKeys:KeyRing")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/ring)", Key, "LinkKeys:KeyRing")]
    [InlineData(Ring, "", "LinkKeys:WrappingKey")]
    [InlineData(Ring, "http://kv.vault.azure.net/keys/links", "LinkKeys:WrappingKey")]
    [InlineData(Ring, "https://kv.vault.azure.net/keys/links/0123", "LinkKeys:WrappingKey")]
    public void Wrong_setting_refuses_the_start_by_its_name(string ring, string key, string setting) =>
        Assert.StartsWith(setting, Assert.Single(Refusals(ring, key)), StringComparison.Ordinal);

    private static IEnumerable<string> Refusals(string ring, string key, string? connection = null)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["LinkKeys:KeyRing"] = ring,
                ["LinkKeys:WrappingKey"] = key,
                ["AzureStorage:ConnectionString"] = connection,
                ["AzureStorage:TableEndpoint"] = connection is null ? "https://data.table.core.windows.net" : null,
                ["AzureStorage:BlobEndpoint"] = connection is null ? "https://data.blob.core.windows.net" : null,
            }).Build())
            .AddLinkKeys()
            .BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures.Select(failure => failure[Math.Max(0, failure.IndexOf("LinkKeys:", StringComparison.Ordinal))..]);
        }
    }
}
