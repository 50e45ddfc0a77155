using Microsoft.Extensions.Options;
using Workflow.Web.Links;

namespace Web.Tests.Links;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://approvals.example", "https://approvals.example/review?t=a%2Bb")]
    [InlineData("https://approvals.example/", "https://approvals.example/review?t=a%2Bb")]
    [InlineData("https://studio.example/genai/", "https://studio.example/genai/review?t=a%2Bb")]
    [InlineData("http://localhost:5080", "http://localhost:5080/review?t=a%2Bb")]
    public void Review_link_stands_below_the_base(string baseUrl, string link) =>
        Assert.Equal(link, new PublicAddress(Options.Create(new SiteOptions { BaseUrl = baseUrl })).Review("a+b").AbsoluteUri);

    [Theory]
    [InlineData("https://approvals.example", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("", false)]
    [InlineData("approvals.example", false)]
    [InlineData("/review", false)]
    [InlineData("ftp://approvals.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://approvals.example/?a=b", false)]
    public void Base_must_be_an_absolute_web_address(string baseUrl, bool isUsable) =>
        Assert.Equal(isUsable, SiteOptions.IsUsable(baseUrl));
}
