using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Workflow.Adapters.AzureStorage;

namespace Adapters.Tests.AzureStorage;

public sealed class AzureBlobsTests(Azurite azurite) : IAsyncLifetime
{
    private static int _made;

    private BlobContainerClient _container = null!;
    private AzureBlobs _blobs = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _container = new BlobServiceClient(await azurite.ConnectAsync()).GetBlobContainerClient($"blobs-{Interlocked.Increment(ref _made)}");
        _blobs = new AzureBlobs(new LazyContainer(_container));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9_000_000)]
    public async Task Content_comes_back_under_its_hash(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);

        var stored = await _blobs.PutAsync(new MemoryStream(content), Token);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(content)), (long)size), (stored.Sha256, stored.Size));
        using var copy = new MemoryStream();
        await using var stream = await _blobs.OpenAsync(stored.Sha256, Token);
        await stream!.CopyToAsync(copy, Token);
        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task The_same_content_is_kept_once_however_often_it_is_put()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _blobs.PutAsync(new MemoryStream([1, 2, 3]), Token))));

        Assert.Single(stored.Distinct());
        Assert.Single(await _container.GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_is_no_hash_or_not_stored_is_not_there(string name) => Assert.Null(await _blobs.OpenAsync(name, Token));

    [Fact]
    public async Task A_content_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _blobs.PutAsync(new BrokenStream(), Token));

        await _container.CreateIfNotExistsAsync(cancellationToken: Token);
        Assert.Empty(await _container.GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position++ < 3 ? ValueTask.FromResult(buffer.Length) : throw new IOException("connection reset");
    }
}
