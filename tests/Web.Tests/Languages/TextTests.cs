using System.Text.Encodings.Web;
using Core.Tests.Policies;
using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Web.Tests.Languages;

public sealed class TextTests
{
    private static readonly Language French = InstalledLanguages.Find("fr")!;

    [Fact]
    public void Texts_within_texts_speak_one_language()
    {
        Text inner = $"Approve";

        Assert.Equal("Problème\u00A0: Approuver", ((Text)$"Problem: {inner}").In(French));
    }

    [Fact]
    public void First_letter_follows_the_sentence() =>
        Assert.Equal("approve, IT, Écrit", ((Text)$"{(Text)$"Approve":lower}, {(Text)$"IT":lower}, {(Text)$"écrit":upper}").ToString());

    [Fact]
    public void What_people_wrote_is_never_translated() =>
        Assert.Equal("It was approved.", Phrase.Theirs("It was approved.").In(French));

    [Fact]
    public void Braces_of_a_text_stay_braces() => Assert.Equal("{a} 1", ((Text)$"{{a}} {1}").In(French));

    [Fact]
    public void Refusal_of_the_core_is_said_with_its_day_in_the_readers_words()
    {
        var at = new DateTimeOffset(2026, 8, 3, 9, 5, 0, TimeSpan.Zero);
        var refusal = new Refusal(RefusalCode.Closed, $"This request was approved on {at:d MMMM yyyy, HH:mm} UTC and is closed. Nothing was changed.");

        Assert.Equal(
            "Cette demande a été approuvée le 3 août 2026\u00A0à 09\u00A0h\u00A005 (UTC) et elle est close. Rien n’a été modifié.",
            Text.Of(refusal.Text).In(French));
    }

    [Fact]
    public void Reason_that_we_stored_is_translated_and_a_persons_is_not()
    {
        const string Silence = "Nobody decided in time. Nothing is approved.";

        Assert.StartsWith("Personne", OutcomeWords.Reason(new Outcome(OutcomeKind.Expired, [], null, Silence))!.In(French), StringComparison.Ordinal);
        Assert.Equal(Silence, OutcomeWords.Reason(new Outcome(OutcomeKind.Rejected, [], null, Silence))!.In(French));
    }

    [Fact]
    public void Html_in_a_hole_is_encoded_unless_it_is_markup()
    {
        using var written = new StringWriter();

        ((Text)$"{"<i>"} and {Markup.Name("<b>")}").WriteTo(written, HtmlEncoder.Default);

        Assert.Equal("&lt;i&gt; and <bdi>&lt;b&gt;</bdi>", written.ToString());
    }

    [Fact]
    public void Built_in_policy_is_read_in_french()
    {
        var policy = BuiltIn.Policy;

        Assert.Equal(policy.Texts.Order(), policy.Translations["fr"].Keys.Order());
        Assert.Equal("direction de création", ((Text)$"{PolicyWords.Of("Creative executive"):lower}").In(French with { PolicyTexts = policy.Translations["fr"] }));
    }
}
