using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.KeyVault;

namespace Adapters.Tests.KeyVault;

public sealed class KeyVaultRecordSignerTests : IDisposable
{
    private readonly FakeVault _vault = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _vault.Dispose();

    [Fact]
    public async Task What_is_signed_verifies_by_the_key_it_names()
    {
        _vault.Add("v1");
        var signer = _vault.Open();

        var signature = await signer.SignAsync("a record"u8.ToArray(), Token);

        Assert.True(signer.Keys.Find(signer.KeyId)!.Verifies("a record"u8, signature));
        Assert.False(signer.Keys.Find(signer.KeyId)!.Verifies("another"u8, signature));
    }

    [Fact]
    public async Task The_newest_enabled_version_signs_and_the_older_ones_stay_trusted()
    {
        var old = _vault.Add("v1");
        _vault.Add("v2");
        _vault.Add("v3", enabled: false);
        var signer = _vault.Open();

        await signer.SignAsync("a record"u8.ToArray(), Token);

        Assert.Equal(2, signer.Keys.All.Count);
        Assert.True(signer.Keys.All[1].Verifies(
            "earlier"u8, old.SignData("earlier"u8, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));
        Assert.StartsWith("POST records.vault.example v2/sign", _vault.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_request_bears_the_token_for_the_vault()
    {
        _vault.Add("v1");
        _vault.Open();

        Assert.All(_vault.Requests, request => Assert.EndsWith("Bearer for https://vault.example/.default", request, StringComparison.Ordinal));
    }

    [Fact]
    public void A_next_page_on_another_host_is_not_asked_for()
    {
        _vault.Add("v1");
        _vault.NextHost = "elsewhere.example";
        _vault.Open();

        Assert.All(_vault.Requests, request => Assert.Contains(FakeVault.Key.Host, request, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_enabled_version_the_setting_is_named()
    {
        _vault.Add("v1", enabled: false);

        Assert.Contains("KeyVault:RecordKey", Assert.Throws<InvalidOperationException>(() => _vault.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        _vault.Add("v1", curve: ECCurve.NamedCurves.nistP384);

        Assert.Contains("P-256", Assert.Throws<InvalidOperationException>(() => _vault.Open()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://records.vault.example/keys/record-signing")]
    [InlineData("https://records.vault.example/secrets/record-signing")]
    [InlineData("https://records.vault.example/keys/record-signing/0123")]
    public void A_wrong_address_refuses_the_start_by_the_name_of_the_setting(string address)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("KeyVault:RecordKey", address)]).Build())
            .AddKeyVaultSigning()
            .BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("KeyVault:RecordKey", refusal.Message, StringComparison.Ordinal);
    }
}
