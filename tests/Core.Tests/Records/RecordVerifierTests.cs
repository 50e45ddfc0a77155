using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Workflow.Core.Records;

namespace Core.Tests.Records;

public sealed class RecordVerifierTests : IDisposable
{
    // The least that SealedPdf takes for a document; real ones are tested where they are composed.
    private static readonly byte[] Document = Encoding.ASCII.GetBytes(
        "%PDF-1.7\nwhat people read\ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n26\n%%EOF\n");

    private readonly TestSigner _signer = new();

    public void Dispose() => _signer.Dispose();

    [Fact]
    public async Task Sealed_file_is_genuine_and_tells_what_was_approved()
    {
        var genuine = Assert.IsType<Verification.Genuine>(Verify(await SealAsync()));

        Assert.True(genuine.HoldsDocument);
        Assert.Equal(ApprovedRequest.Id.ToString(), genuine.Record.Request);
        Assert.Equal(_signer.KeyId, genuine.KeyId);
    }

    [Fact]
    public async Task Bare_signature_is_genuine_but_holds_no_document() =>
        Assert.False(Assert.IsType<Verification.Genuine>(Verify(Encoding.ASCII.GetBytes(await SignAsync()))).HoldsDocument);

    [Fact]
    public async Task Any_single_changed_byte_anywhere_is_noticed()
    {
        var file = await SealAsync();
        for (var i = 0; i < file.Length; i++)
        {
            foreach (var flip in new byte[] { 1, 0x20, 0x80 })
            {
                file[i] ^= flip;
                Assert.False(Verify(file) is Verification.Genuine, $"Byte {i} was changed by {flip} and nobody noticed.");
                file[i] ^= flip;
            }
        }
    }

    [Fact]
    public async Task Any_single_changed_byte_of_a_bare_signature_is_noticed()
    {
        var file = Encoding.ASCII.GetBytes(await SignAsync());
        for (var i = 0; i < file.Length; i++)
        {
            foreach (var flip in Enumerable.Range(1, 255))
            {
                // The last characters carry bits that decode to nothing; elsewhere a few flips are enough.
                if (i < file.Length - 4 && flip is not (1 or 2 or 0x20))
                {
                    continue;
                }

                file[i] ^= (byte)flip;
                Assert.False(Verify(file) is Verification.Genuine, $"Byte {i} was changed by {flip} and nobody noticed.");
                file[i] ^= (byte)flip;
            }
        }
    }

    [Fact]
    public async Task Anything_added_cut_or_moved_is_noticed()
    {
        var file = await SealAsync();
        Gen.Select(Gen.Int[0, file.Length], Gen.Int[0, 40], Gen.Byte.Array[0, 40])
            .Where(edit => edit.Item2 > 0 || edit.Item3.Length > 0)
            .Sample((at, cut, added) =>
            {
                byte[] edited = [.. file.Take(at), .. added, .. file.Skip(at + cut)];
                Assert.True(edited.AsSpan().SequenceEqual(file) || Verify(edited) is not Verification.Genuine);
            });
    }

    [Fact]
    public void Arbitrary_bytes_are_never_genuine_and_never_throw() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Assert.IsNotType<Verification.Genuine>(Verify(bytes)));

    [Fact]
    public void Arbitrary_header_is_never_genuine_and_never_throws() =>
        Gen.OneOf(Gen.Byte.Array[0, 60], Gen.String[Gen.Char["{}[]\":,algkidtypES256\\u d8"], 0, 60].Select(Encoding.UTF8.GetBytes))
            .Sample(header => Assert.IsNotType<Verification.Genuine>(
                Verify(Encoding.ASCII.GetBytes($"{Base64Url.EncodeToString(header)}.e30.AAAA"))));

    [Fact]
    public async Task Change_in_the_visible_document_is_named()
    {
        var file = await SealAsync();
        file[15] ^= 1;

        Assert.Contains("readable document", Assert.IsType<Verification.Altered>(Verify(file)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_that_a_program_appended_is_named()
    {
        var whole = await SealAsync();
        byte[] file = [.. whole, .. Encoding.ASCII.GetBytes("9 0 obj\n<< >>\nendobj\n")];

        Assert.Contains("changed or added", Assert.IsType<Verification.Altered>(Verify(file)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signature_of_another_record_does_not_fit_this_document()
    {
        var jws = await SignAsync();
        byte[] other = [.. Encoding.ASCII.GetBytes("%PDF-1.7\nanother"), .. Document[25..]];
        var file = SealedPdf.Seal(other, jws);

        Assert.IsType<Verification.Altered>(Verify(file));
    }

    [Fact]
    public async Task Record_signed_by_a_stranger_names_the_unknown_key()
    {
        using var stranger = new TestSigner();
        var file = await SealAsync();

        Assert.Equal(
            _signer.KeyId, Assert.IsType<Verification.UnknownKey>(RecordVerifier.Verify(file, stranger.Keys)).KeyId);
    }

    [Fact]
    public async Task Record_signed_by_a_retired_key_stays_genuine()
    {
        using var current = new TestSigner();

        Assert.IsType<Verification.Genuine>(RecordVerifier.Verify(await SealAsync(), new RecordKeys([current.Key, _signer.Key])));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES384")]
    [InlineData("es256")]
    public async Task Any_other_algorithm_is_refused(string algorithm)
    {
        var parts = (await SignAsync()).Split('.');
        var header = $$"""{"alg":"{{algorithm}}","kid":"{{_signer.KeyId}}","typ":"approval-record+jws"}""";

        var verification = Verify(Encoding.ASCII.GetBytes($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}"));

        Assert.Contains(algorithm, Assert.IsType<Verification.Altered>(verification).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_that_our_key_signed_is_no_record()
    {
        var other = await Jws.SignAsync(_signer, Encoding.ASCII.GetBytes("{}"), TestContext.Current.CancellationToken);

        Assert.IsType<Verification.NotARecord>(Verify(Encoding.ASCII.GetBytes(other)));
    }

    [Fact]
    public void Pdf_without_a_signature_says_to_ask_for_the_original() => Assert.Contains(
        "original file", Assert.IsType<Verification.NotARecord>(Verify(Document)).Reason, StringComparison.Ordinal);

    private Verification Verify(byte[] file) => RecordVerifier.Verify(file, _signer.Keys);

    private async Task<byte[]> SealAsync()
    {
        var jws = await SignAsync();
        return SealedPdf.Seal(Document, jws);
    }

    private Task<string> SignAsync()
    {
        var stamp = new DocumentStamp(Convert.ToHexStringLower(SHA256.HashData(Document)), Document.Length);
        return Jws.SignAsync(_signer, new SignedRecord(ApprovedRequest.Record(), stamp).ToPayload(), TestContext.Current.CancellationToken);
    }
}
