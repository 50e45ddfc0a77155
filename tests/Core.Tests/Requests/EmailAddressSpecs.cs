using Workflow.Core.People;

namespace Core.Tests.Requests;

public class EmailAddressSpecs
{
    [Theory]
    [InlineData("Ana.Roy+ai@Studio.Example", "ana.roy+ai@studio.example")]
    [InlineData(" o'neil@a-b.example ", "o'neil@a-b.example")]
    [InlineData("ana@épée.example", "ana@xn--pe-9iab.example")]
    public void Address_is_read_in_lower_case(string typed, string address) => Assert.Equal(address, EmailAddress.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@studio.example")]
    [InlineData("ana@localhost")]
    [InlineData("ana@studio..example")]
    [InlineData("ana@-studio.example")]
    [InlineData("ana@[127.0.0.1]")]
    [InlineData(".ana@studio.example")]
    [InlineData("a..na@studio.example")]
    [InlineData("ana@b@studio.example")]
    [InlineData("\"ana roy\"@studio.example")]
    [InlineData("ana@studio.example\r\nBcc: all@studio.example")]
    [InlineData("ana\0@studio.example")]
    [InlineData("ana@studio.example, ben@studio.example")]
    [InlineData("Ana <ana@studio.example>")]
    public void Anything_else_is_none(string typed) => Assert.Null(EmailAddress.Read(typed));

    [Fact]
    public void Longer_than_servers_carry_is_none() => Assert.Null(EmailAddress.Read($"ana@{new string('a', 260)}.example"));
}
