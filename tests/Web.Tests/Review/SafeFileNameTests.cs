using CsCheck;
using Workflow.Web.Review;

namespace Web.Tests.Review;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("contract.pdf", "contract.pdf")]
    [InlineData("été à la mer.pdf", "été à la mer.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\x\evil.exe", "evil.exe")]
    [InlineData("a\r\nSet-Cookie: x.txt", "aSet-Cookie_ x.txt")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("zero\u200Bwidth.txt", "zerowidth.txt")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData("a\"b;c%d.txt", "a_b_c_d.txt")]
    public void Name_can_be_saved_anywhere(string name, string safe) => Assert.Equal(safe, SafeFileName.Of(name));

    [Fact]
    public void Long_name_keeps_its_extension() => Assert.EndsWith(".pdf", SafeFileName.Of(new string('x', 500) + ".pdf"), StringComparison.Ordinal);

    [Fact]
    public void Any_name_becomes_short_and_harmless() =>
        Gen.String.Sample(name => SafeFileName.Of(name) is { Length: > 0 and <= 120 } safe
            && !safe.Any(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal)));
}
