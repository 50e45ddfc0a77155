using System.Text;
using Workflow.Adapters.Mail.Reading;

namespace Adapters.Tests.Mail;

public class HeaderFaultsSpecs
{
    [Theory]
    [InlineData("Subject: a\rFrom: b\r\n\r\n", "carriage return")]
    [InlineData("Subject: a\0b\r\n\r\n", "NUL")]
    [InlineData("Sübject: a\r\n\r\n", "ASCII")]
    [InlineData("From : a\r\n\r\n", "space before a colon")]
    [InlineData("Subject: a\r\n \r\n b\r\n\r\n", "line of spaces")]
    public void What_programs_read_in_two_ways_is_named(string header, string fault) =>
        Assert.Contains(fault, Of(header), StringComparison.Ordinal);

    [Theory]
    [InlineData("Subject: a\r\n\tb: ü\r\nTo: Zoë\r\n\r\n")]
    [InlineData("Subject: a\nTo: b\n\n")]
    [InlineData("Subject: a\n\nthe body: \0 and \r and : more")]
    [InlineData("")]
    public void What_mail_programs_write_is_sound(string header) => Assert.Null(Of(header));

    private static string? Of(string mail) => HeaderFaults.Of(new MemoryStream(Encoding.UTF8.GetBytes(mail)));
}
