using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Workflow.Adapters;
using Workflow.Adapters.Files;

namespace Adapters.Tests.Files;

public sealed class FileBlobsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-");
    private readonly FileBlobs _blobs;

    public FileBlobsTests() => _blobs = Open();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task Content_comes_back_under_its_hash(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);

        var stored = await _blobs.PutAsync(new MemoryStream(content), Token);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(content)), (long)size), (stored.Sha256, stored.Size));
        Assert.Equal(content, await ReadAsync(stored.Sha256));
    }

    [Fact]
    public async Task The_same_content_is_kept_once_however_often_it_is_put()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PutAsync("call sheet"))));

        Assert.Single(stored.Distinct());
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/../")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_is_no_hash_or_not_stored_is_not_there(string name) =>
        Assert.Null(await _blobs.OpenAsync(name, Token));

    [Fact]
    public async Task A_content_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => _blobs.PutAsync(new BrokenStream(), Token));

        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_crash_left_unfinished_is_gone_after_a_restart_and_the_rest_stays()
    {
        var stored = await PutAsync("call sheet");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "blobs", "unfinished", "half"), "ha", Token);

        var reopened = Open();

        Assert.NotNull(await reopened.OpenAsync(stored.Sha256, Token));
        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    private FileBlobs Open() => new(new OptionsWrapper<StorageOptions>(new StorageOptions { Path = _folder.FullName }));

    private Task<Workflow.Core.Ports.StoredBlob> PutAsync(string text) =>
        _blobs.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Token);

    private async Task<byte[]> ReadAsync(string sha256)
    {
        await using var stream = await _blobs.OpenAsync(sha256, Token) ?? throw new FileNotFoundException(sha256);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);
        return copy.ToArray();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position++ < 3 ? ValueTask.FromResult(buffer.Length) : throw new IOException("connection reset");
    }
}
