using Workflow.Adapters.Mail;
using Workflow.Adapters.Mail.Reading;
using Workflow.Core.People;

namespace Adapters.Tests.Mail;

public class SenderTricksSpecs
{
    private static readonly SenderTricks Tricks = new(new MailOptions
    {
        From = "Approvals <approvals@approvals.example>",
        KnownDomains = { "studio.example", "art.studio.example" },
    });

    [Theory]
    [InlineData("boss@streamer.example")]
    [InlineData("Boss (boss@streamer.example)")]
    [InlineData("boss＠streamer.example")]
    [InlineData("boss@streamer.example via Desk")]
    public void Name_that_shows_another_address_is_suspicious(string name) =>
        Assert.Contains("shows the address", Tricks.Of(new MailAuthor(name, "x@evil.example")), StringComparison.Ordinal);

    [Theory]
    [InlineData("ANA@studio.example")]
    [InlineData("Ana @ work")]
    [InlineData(null)]
    public void Other_names_are_not(string? name) => Assert.Null(Tricks.Of(new MailAuthor(name, "ana@studio.example")));

    [Theory]
    [InlineData("ana@stud1o.example")]
    [InlineData("ana@studıo.example")]
    [InlineData("ana@stúdio.example")]
    [InlineData("ana@ｓtudio.examp1e")]
    [InlineData("ana@mail.stuclio.example")]
    [InlineData("ana@approvaIs.examp1e")]
    [InlineData("ana@studio.example.evil.example")]
    public void Domain_that_looks_like_a_known_one_is_suspicious(string typed) =>
        Assert.Contains("looks like", Tricks.Of(Author(typed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("ana@studіo.example")]
    [InlineData("ana@pаypal.example")]
    [InlineData("ana@οther.example")]
    [InlineData("ana@灯台а.example")]
    public void Label_of_several_scripts_is_suspicious_whatever_it_looks_like(string typed) =>
        Assert.Contains("mixes letters", Tricks.Of(Author(typed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("ana@studio.example")]
    [InlineData("ana@mail.studio.example")]
    [InlineData("ana@deep.art.studio.example")]
    [InlineData("ana@bühne.example")]
    [InlineData("ana@港映像.example")]
    [InlineData("ana@東京studio映像の.example")]
    [InlineData("ana@바다studio.example")]
    [InlineData("ana@кино.example")]
    [InlineData("ana@stadium.example")]
    public void Honest_domain_is_not(string typed) => Assert.Null(Tricks.Of(Author(typed)));

    private static MailAuthor Author(string typed) => new("Ana", EmailAddress.Read(typed)!);
}
