using Workflow.Adapters.Mail.Reading;

namespace Adapters.Tests.Mail;

public class HtmlTextSpecs
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("One<br>Two<br/>Three", "One\nTwo\nThree")]
    [InlineData("<div>One<div>Two</div></div>Three", "One\nTwo\nThree")]
    [InlineData("a &lt;b&gt; &amp; &eacute;&nbsp;c", "a <b> & é c")]
    [InlineData("<ul><li>One<li>Two</ul>", "- One\n- Two")]
    [InlineData("<table><tr><td>P1:</td><td>yes</td></tr><tr><td>P2:</td><td>no</td></tr></table>", "P1: yes\nP2: no")]
    [InlineData("<style>p{}</style><script>alert('<p>')</script><title>t</title>One", "One")]
    [InlineData("One<blockquote>Two<br>Three<blockquote>Four</blockquote></blockquote>Five", "One\n> Two\n> Three\n> > Four\nFive")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("a\n   b", "a b")]
    [InlineData("</blockquote></p>a<b", "a<b")]
    public void Html_reads_as_text(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Fact]
    public void Depth_does_no_harm() => Assert.Equal("x", HtmlText.Of(string.Concat(Enumerable.Repeat("<div><span>", 500_000)) + "x"));

    [Fact]
    public void Depth_of_quotes_is_bounded() =>
        Assert.Equal(22, HtmlText.Of(string.Concat(Enumerable.Repeat("<blockquote>", 100_000)) + "xy").Length);
}
