using System.Text;
using Workflow.Adapters.Mail.Reading;

namespace Adapters.Tests.Mail;

public class PartTextSpecs
{
    [Theory]
    [InlineData("Caf+AOk-", "Café")]
    [InlineData("1 +- 1", "1 + 1")]
    [InlineData("+2DzfDg-", "🌎")]
    [InlineData("+", "+")]
    [InlineData("a+b", "a")]
    [InlineData("+AOk", "é")]
    [InlineData("+AOk.", "é.")]
    [InlineData("+2Dw-", "\ufffd")]
    public void Utf_7_is_decoded(string coded, string text) => Assert.Equal(text, Utf7.Decode(Encoding.ASCII.GetBytes(coded)));

    [Theory]
    [InlineData("utf-8", "Eté €", "RXTpIIA=")]
    [InlineData("us-ascii", "Été", "w4l0w6k=")]
    [InlineData("iso-8859-1", "Été", "w4l0w6k=")]
    [InlineData("iso-8859-1", "“a”", "k2GU")]
    [InlineData("gb2312", "囍", "h9Y=")]
    [InlineData("euc-kr", "똠", "jGM=")]
    [InlineData("utf-16", "Hi", "SABpAA==")]
    [InlineData("no-such", "Été", "w4l0w6k=")]
    public async Task Declared_charset_is_believed_while_the_bytes_agree(string charset, string text, string base64) => Assert.Equal(text, (await MailSamples.MailAsync(
        $"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64", base64)).Text);

    [Fact]
    public async Task Signature_ends_a_flowed_line() => Assert.Equal("one two\n--\nAna", (await MailSamples.MailAsync(
        "Subject: x\nContent-Type: text/plain; format=flowed", "one \ntwo\n-- \nAna\n")).Text.ReplaceLineEndings("\n"));
}
