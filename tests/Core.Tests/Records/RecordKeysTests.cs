using System.Buffers.Text;
using System.Text;
using Workflow.Core.Records;

namespace Core.Tests.Records;

public class RecordKeysTests
{
    // The public key of RFC 7515 appendix A.3, a point known to be on the curve.
    private static RecordKey Known => new(
        Base64Url.DecodeFromChars("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
        Base64Url.DecodeFromChars("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"));

    [Fact]
    public void Key_verifies_the_es256_example_of_rfc_7515()
    {
        const string input = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        const string signature = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

        Assert.True(Known.Verifies(Encoding.ASCII.GetBytes(input), Base64Url.DecodeFromChars(signature)));
        Assert.False(Known.Verifies(Encoding.ASCII.GetBytes(input + "x"), Base64Url.DecodeFromChars(signature)));
    }

    [Fact]
    public void Set_of_keys_reads_back_as_written()
    {
        using var other = new TestSigner();
        var written = new RecordKeys([Known, other.Key]).ToJwks();

        Assert.True(RecordKeys.TryRead(written, out var keys, out _));
        Assert.Equal([Known.Id, other.KeyId], keys.All.Select(k => k.Id));
    }

    [Fact]
    public void Key_that_calls_itself_by_the_name_of_another_is_refused()
    {
        using var other = new TestSigner();
        var jwks = Encoding.UTF8.GetString(new RecordKeys([Known]).ToJwks()).Replace(Known.Id, other.KeyId, StringComparison.Ordinal);

        Assert.False(RecordKeys.TryRead(Encoding.UTF8.GetBytes(jwks), out _, out var problem));
        Assert.Contains("calls itself by another id", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"keys\":[1]}")]
    [InlineData("{\"keys\":[{\"kty\":\"RSA\",\"crv\":\"P-256\"}]}")]
    [InlineData("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAA\",\"y\":\"AAAA\",\"kid\":\"k\"}]}")]
    [InlineData("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"!\",\"y\":5,\"kid\":\"k\"}]}")]
    [InlineData("{\"keys\":[],\"keys\":[]}")]
    public void What_is_no_set_of_keys_is_refused_in_words(string jwks)
    {
        Assert.False(RecordKeys.TryRead(Encoding.UTF8.GetBytes(jwks), out _, out var problem));
        Assert.NotEmpty(problem);
    }
}
