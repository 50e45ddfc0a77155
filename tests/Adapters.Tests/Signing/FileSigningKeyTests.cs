using System.Text;
using Workflow.Adapters.Signing;
using Workflow.Core.Records;

namespace Adapters.Tests.Signing;

public sealed class FileSigningKeyTests : IDisposable
{
    private static readonly byte[] Input = Encoding.ASCII.GetBytes("what is signed");

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("approvals-keys-").FullName, "keys");

    private string Pem => Path.Combine(_folder, "record-signing.pem");

    private string Jwks => Path.Combine(_folder, "record-signing.jwks.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task Key_signs_what_its_public_half_verifies()
    {
        using var key = FileSigningKey.Open(_folder);

        var signature = await key.SignAsync(Input, TestContext.Current.CancellationToken);

        Assert.True(key.Keys.Find(key.KeyId)!.Verifies(Input, signature));
    }

    [Fact]
    public void Key_is_the_same_at_the_next_start()
    {
        using var first = FileSigningKey.Open(_folder);
        using var second = FileSigningKey.Open(_folder);

        Assert.Equal(first.KeyId, second.KeyId);
    }

    [Fact]
    public void Private_key_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        using var key = FileSigningKey.Open(_folder);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Pem));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", File.ReadAllText(Pem), StringComparison.Ordinal);
    }

    [Fact]
    public void Private_key_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        FileSigningKey.Open(_folder).Dispose();
        File.SetUnixFileMode(Pem, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var refused = Assert.Throws<InvalidOperationException>(() => FileSigningKey.Open(_folder));
        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Public_half_is_exported_without_the_private_one()
    {
        using var key = FileSigningKey.Open(_folder);

        Assert.True(RecordKeys.TryRead(File.ReadAllBytes(Jwks), out var keys, out _));
        Assert.Equal(key.KeyId, Assert.Single(keys.All).Id);
        Assert.DoesNotContain("\"d\"", File.ReadAllText(Jwks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_retired_key_has_signed_stays_verifiable()
    {
        string retired;
        byte[] signature;
        using (var first = FileSigningKey.Open(_folder))
        {
            retired = first.KeyId;
            signature = await first.SignAsync(Input, TestContext.Current.CancellationToken);
        }

        File.Delete(Pem);
        FileSigningKey.Open(_folder).Dispose();
        using var now = FileSigningKey.Open(_folder);

        Assert.NotEqual(retired, now.KeyId);
        Assert.True(now.Keys.Find(retired)!.Verifies(Input, signature));
    }

    [Fact]
    public void Retired_key_that_an_admin_takes_away_is_trusted_no_more()
    {
        string retired;
        using (var first = FileSigningKey.Open(_folder))
        {
            retired = first.KeyId;
        }

        File.Delete(Pem);
        FileSigningKey.Open(_folder).Dispose();
        Assert.Contains(retired, File.ReadAllText(Jwks), StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder, "retired", $"{retired}.jwks.json"));
        using var now = FileSigningKey.Open(_folder);

        Assert.Null(now.Keys.Find(retired));
        Assert.DoesNotContain(retired, File.ReadAllText(Jwks), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_processes_that_start_at_once_end_up_with_one_key()
    {
        var ids = new string[8];
        Parallel.For(0, ids.Length, i =>
        {
            using var key = FileSigningKey.Open(_folder);
            ids[i] = key.KeyId;
        });

        Assert.Single(ids.Distinct());
        Assert.Empty(Directory.GetFiles(_folder, "*.draft"));
    }

    [Fact]
    public void File_that_is_no_key_is_named()
    {
        FileSigningKey.Open(_folder).Dispose();
        File.WriteAllText(Pem, "nothing of the kind");

        var refused = Assert.Throws<InvalidOperationException>(() => FileSigningKey.Open(_folder));
        Assert.Contains(Pem, refused.Message, StringComparison.Ordinal);
    }
}
