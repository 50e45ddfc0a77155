using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Workflow.Adapters.LinkKeys;

namespace Adapters.Tests.LinkKeys;

/// <summary>Several processes over one ring in the emulator and one vault.</summary>
public sealed class LinkKeysTests(Azurite azurite) : IAsyncLifetime
{
    private static int _made;

    private readonly List<Instance> _instances = [];
    private readonly WrappingVault _vault = new();
    private string _connection = null!;
    private BlobClient _ring = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connection = await azurite.ConnectAsync();
        _ring = new BlobServiceClient(_connection)
            .GetBlobContainerClient($"link-keys-{Interlocked.Increment(ref _made)}").GetBlobClient("key-ring.xml");
    }

    public ValueTask DisposeAsync()
    {
        _instances.ForEach(instance => instance.Dispose());
        _vault.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_one_instance_seals_another_and_a_later_one_open()
    {
        var (one, two) = (await StartAsync(), await StartAsync());

        Assert.Equal("a link", two.Open(one.Seal("a link")));
        Assert.Equal("a link", (await StartAsync()).Open(two.Seal("a link")));
        Assert.Empty(_instances.SelectMany(instance => instance.Errors));
    }

    [Fact]
    public async Task Instances_that_start_together_with_no_ring_seal_with_one_key()
    {
        var instances = Enumerable.Range(0, 6).Select(_ => Make()).ToList();

        var tokens = await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.Seal("a link"), Token)));

        Assert.Single((await StartAsync()).Keys.GetAllKeys());
        Assert.All(instances, instance => Assert.All(tokens, token => Assert.Equal("a link", instance.Open(token))));
    }

    [Fact]
    public async Task Keys_that_instances_add_at_once_are_all_kept()
    {
        var (one, two) = (await StartAsync(), await StartAsync());
        var before = one.Keys.GetAllKeys().Count;

        await Task.WhenAll(_instances.Select(instance => Task.Run(() => Add(instance), Token)));

        Assert.Equal(before + 2, two.Keys.GetAllKeys().Count);
    }

    [Fact]
    public async Task Ring_holds_no_key_in_the_clear()
    {
        (await StartAsync()).Seal("a link");

        var text = (await _ring.DownloadContentAsync(Token)).Value.Content.ToString();

        Assert.Contains("<wrapped version=\"v1\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_start_an_outage_of_the_vault_changes_nothing_even_for_links_of_an_older_key()
    {
        var first = await StartAsync();
        var old = first.Seal("an old link");
        Add(first);
        var second = await StartAsync();

        _vault.IsDown = true;

        Assert.Equal("an old link", second.Open(old));
        Assert.Equal("a new link", first.Open(second.Seal("a new link")));
        Assert.All(second.Keys.GetAllKeys(), key => Assert.NotNull(key.CreateEncryptor()));
        Assert.Empty(second.Errors);
    }

    [Fact]
    public async Task Key_is_unwrapped_once_in_the_life_of_an_instance()
    {
        var sealedBefore = (await StartAsync()).Seal("a link");
        var instance = await StartAsync();
        var unwrapped = _vault.Unwrapped;

        instance.Open(sealedBefore);
        Assert.All(instance.Keys.GetAllKeys(), key => key.CreateEncryptor());

        Assert.Equal(unwrapped, _vault.Unwrapped);
    }

    [Fact]
    public async Task Instance_that_starts_without_the_vault_says_so_and_works_once_it_is_back()
    {
        var token = (await StartAsync()).Seal("a link");
        _vault.IsDown = true;
        var late = await StartAsync();

        Assert.Contains("LinkKeys:WrappingKey", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.ThrowsAny<CryptographicException>(() => late.Open(token));

        _vault.IsDown = false;
        Assert.Equal("a link", late.Open(token));
    }

    [Fact]
    public async Task Ring_outlives_a_rotation_of_the_wrapping_key()
    {
        var old = await StartAsync();
        var token = old.Seal("a link");
        _vault.Rotate();
        Add(old);

        var instance = await StartAsync();

        Assert.Equal("a link", instance.Open(token));
        Assert.Contains("<wrapped version=\"v2\"", (await _ring.DownloadContentAsync(Token)).Value.Content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_wrapping_key_opens_nothing_and_says_so_by_the_name_of_the_setting()
    {
        var token = (await StartAsync()).Seal("a link");
        using var vault = new WrappingVault();
        var stranger = await StartAsync(vault);

        Assert.Contains(stranger.Errors, error => error.Contains("LinkKeys:WrappingKey", StringComparison.Ordinal));
        Assert.ThrowsAny<CryptographicException>(() => stranger.Open(token));
        Assert.Equal("a link", (await StartAsync()).Open(token));
    }

    [Fact]
    public async Task Deleted_ring_revokes_every_link()
    {
        var token = (await StartAsync()).Seal("a link");
        await _ring.DeleteAsync(cancellationToken: Token);

        var instance = await StartAsync();

        Assert.ThrowsAny<CryptographicException>(() => instance.Open(token));
        Assert.Equal("a fresh link", instance.Open(instance.Seal("a fresh link")));
    }

    [Fact]
    public void Decryptor_is_found_under_the_name_that_rings_hold() => Assert.Equal(
        "Workflow.Adapters.LinkKeys.VaultXmlDecryptor, Workflow.Adapters, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null",
        typeof(VaultXmlDecryptor).AssemblyQualifiedName);

    private Instance Make(WrappingVault? vault = null)
    {
        var instance = new Instance(_connection, _ring.Uri, vault ?? _vault);
        _instances.Add(instance);
        return instance;
    }

    private Task<Instance> StartAsync(WrappingVault? vault = null) => Make(vault).StartedAsync(Token);

    private static void Add(Instance instance)
    {
        var now = TimeProvider.System.GetUtcNow();
        instance.Keys.CreateNewKey(now, now.AddDays(90));
    }
}
