using System.Text;
using MimeKit;
using Workflow.Adapters.Mail;
using Workflow.Adapters.Mail.Reading;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

public class SenderAuthenticationSpecs
{
    [Theory]
    [InlineData("mx.a.example; dmarc=pass header.from=studio.example")]
    [InlineData("MX.A.example 1; dmarc=pass (p=reject; dis=none) header.from=Studio.Example; spf=fail smtp.mailfrom=x.example")]
    [InlineData("(our own) mx.a.example;\n\tdmarc=pass\n\t(policy)\n\theader.from=studio.example")]
    [InlineData("mx.a.example; dkim=fail header.d=studio.example; dkim=pass header.d=studio.example")]
    [InlineData("mx.a.example; spf=pass smtp.mailfrom=bounce@studio.example")]
    public void Clear_pass_for_the_authors_domain_is_one(string results) => Assert.True(Check(results).Passed);

    [Theory]
    [InlineData("mx.a.example; dmarc=fail header.from=studio.example")]
    [InlineData("mx.a.example; dmarc=none header.from=studio.example; dkim=pass header.d=studio.example")]
    [InlineData("mx.a.example; dmarc=pass header.from=other.example")]
    [InlineData("mx.a.example; dmarc=pass")]
    [InlineData("mx.a.example; dmarc=pass header.from=studio.example; dmarc=fail header.from=studio.example")]
    [InlineData("mx.a.example; dmarc=pass header.from=studio.example header.from=other.example")]
    [InlineData("mx.a.example; dkim=pass header.d=other.example; spf=pass smtp.mailfrom=other.example")]
    [InlineData("mx.a.example; dkim=pass header.d=studio.example.other.example")]
    [InlineData("mx.a.example; spf=pass smtp.helo=studio.example")]
    [InlineData("mx.a.example; spf=softfail smtp.mailfrom=studio.example")]
    [InlineData("mx.a.example; none")]
    [InlineData("mx.a.example 2; dmarc=pass header.from=studio.example")]
    [InlineData("mx.b.example; dmarc=pass header.from=studio.example")]
    [InlineData("mx.a.example.b.example; dmarc=pass header.from=studio.example")]
    [InlineData("mx.b.example; x=\"mx.a.example; dmarc=pass header.from=studio.example\"")]
    [InlineData("mx.a.example; spf=fail smtp.mailfrom=\"x; dmarc=pass header.from=studio.example\"")]
    [InlineData("mx.a.example; (dmarc=pass header.from=studio.example")]
    [InlineData("dmarc=pass header.from=studio.example")]
    [InlineData("")]
    public void Anything_else_is_none(string results)
    {
        var check = Check(results);

        Assert.False(check.Passed);
        Assert.NotEqual("", check.Reason);
    }

    [Fact]
    public void Result_below_the_receivers_own_is_not_read() => Assert.False(Check(
        "mx.a.example; dmarc=fail header.from=studio.example", "mx.a.example; dmarc=pass header.from=studio.example").Passed);

    [Fact]
    public void Result_below_an_unreadable_one_is_not_read() => Assert.False(Check(
        "mx.a.example; (((", "mx.a.example; dmarc=pass header.from=studio.example").Passed);

    [Fact]
    public void Result_of_another_server_on_top_is_passed_over() => Assert.True(Check(
        "mx.b.example; dmarc=fail header.from=studio.example", "mx.a.example; dmarc=pass header.from=studio.example").Passed);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_a_receiver_nobody_is_proven(string? receiver) =>
        Assert.Contains("Mail:Receiver", SenderAuthentication.Check([], "studio.example", new MailOptions { Receiver = receiver }).Reason, StringComparison.Ordinal);

    private static SenderCheck Check(params string[] results)
    {
        var mail = string.Concat(results.Select(r => $"Authentication-Results: {r}\n")) + "From: ana@studio.example\n\nx";
        var headers = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), TestContext.Current.CancellationToken).Headers;
        return SenderAuthentication.Check(headers, "studio.example", new MailOptions { Receiver = "mx.a.example" });
    }
}
