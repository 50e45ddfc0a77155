using System.Text;
using Workflow.Adapters.Mail.Reading;

namespace Adapters.Tests.Mail;

public class MailEnvelopeSpecs
{
    [Theory]
    [InlineData("a@x.example", "a@x.example")]
    [InlineData("Ana <A+tok@X.example>, b@x.example", "a+tok@x.example|b@x.example")]
    [InlineData("\"b@x.example\" <a@x.example>", "a@x.example")]
    [InlineData("a@x.example (not b@x.example (nor c@x.example))", "a@x.example")]
    [InlineData("Team: a@x.example, b@x.example;", "a@x.example|b@x.example")]
    [InlineData("\"quote \\\" b@x.example\" <a@x.example>", "a@x.example")]
    [InlineData("\"never closed a@x.example", "")]
    [InlineData("nobody, @, a@, <>", "")]
    public void Addresses_are_read_out_of_a_list(string list, string addresses) =>
        Assert.Equal(addresses, string.Join('|', MailEnvelope.Addresses(Encoding.UTF8.GetBytes(list))));

    [Fact]
    public async Task References_are_answered_mail_first_and_newest_next() => Assert.Equal(
        ["c@x.example", "b@x.example", "a@x.example"],
        (await MailSamples.MailAsync("Subject: x\nIn-Reply-To: <c@x.example>\nReferences: <a@x.example> <b@x.example>\n <c@x.example>", "text")).References);

    [Fact]
    public async Task Recipients_are_named_once() => Assert.Equal(
        ["ai@streamer.example", "ana@studio.example"],
        (await MailSamples.MailAsync("Subject: x\nTo: AI@streamer.example\nCc: ana@studio.example\nDelivered-To: ai@streamer.example", "text")).Recipients);
}
