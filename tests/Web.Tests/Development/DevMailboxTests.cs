using Web.Tests.Admin;
using Workflow.Core.Ports;

namespace Web.Tests.Development;

public sealed class DevMailboxTests
{
    [Fact]
    public async Task A_mail_is_shown_in_a_frame_that_runs_and_loads_nothing()
    {
        await using var site = await AdminSite.StartAsync(development: true);
        site.Mail.Written.Add(new DevMail(
            new DevMailHead("m1", AdminSite.Now, "ada@studio.example", "Your decision is needed <now>"),
            [new("Message-ID", "<m1@approvals.example>")],
            "<html><head><style>p{color:red}</style></head><body><a href=\"/review/x\">Open</a></body></html>",
            "Open: /review/x"));

        var list = await site.TextAsync("/dev/mailbox");
        using var page = await site.GetAsync("/dev/mailbox/m1");
        using var frame = await site.GetAsync("/dev/mailbox/m1/html");

        Assert.Contains("needed &lt;now&gt;", list, StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", Policy(page), StringComparison.Ordinal);
        Assert.StartsWith("sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'", Policy(frame), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Policy(frame), StringComparison.Ordinal);
        Assert.Contains("<base target=\"_top\">", await frame.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();
}
