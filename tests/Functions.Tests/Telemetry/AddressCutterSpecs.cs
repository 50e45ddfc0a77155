using System.Diagnostics;
using Functions.Telemetry;

namespace Functions.Tests.Telemetry;

public sealed class AddressCutterSpecs
{
    [Theory]
    [InlineData("url.full", "https://approvals.studio.example/review?t=SECRET", "https://approvals.studio.example")]
    [InlineData("url.full", "https://graph.example/users/ada@studio.example/messages", "https://graph.example")]
    [InlineData("http.target", "/review?t=SECRET", "/review")]
    [InlineData("url.path", "/records/GAI-7K3M-Q2XF", "/records/GAI-7K3M-Q2XF")]
    [InlineData("url.query", "?t=SECRET", null)]
    [InlineData("server.address", "graph.example", "graph.example")]
    public void Address_in_a_span_names_nobody(string tag, string value, string? left) =>
        Assert.Equal(left, Cut(new Activity("GET").SetTag(tag, value)).GetTagItem(tag));

    [Fact]
    public void Name_of_a_span_holds_no_query() => Assert.Equal("GET /review", Cut(new Activity("GET /review?t=SECRET")).DisplayName);

    [Fact]
    public void What_is_no_text_stays() => Assert.Equal(200, Cut(new Activity("GET").SetTag("http.response.status_code", 200)).GetTagItem("http.response.status_code"));

    private static Activity Cut(Activity activity)
    {
        using var cutter = new AddressCutter();
        cutter.OnEnd(activity);
        return activity;
    }
}
