using Workflow.Core.Intake;

namespace Core.Tests.Intake;

public class FreshTextSpecs
{
    [Theory]
    [InlineData("New words.\n\nOn Tue, 3 Mar 2026 at 10:11, Sam <sam@studio.example> wrote:\n> old")]
    [InlineData("New words.\n\nOn Tue, 3 Mar 2026 at 10:11, Sam Ilves\n<sam@studio.example> wrote:\n\n> old\n> older")]
    [InlineData("New words.\n\nLe mar. 3 mars 2026 à 10:11, Sam <sam@studio.example> a écrit :\n> vieux")]
    [InlineData("New words.\n\nEl mar, 3 mar 2026 a las 10:11, Sam escribió:\n> viejo")]
    [InlineData("New words.\n\n-----Original Message-----\nFrom: Sam\nold")]
    [InlineData("New words.\n\n---------- Forwarded message ---------\nold")]
    [InlineData("New words.\n\nFrom: Sam <sam@studio.example>\nSent: Tuesday, 3 March 2026\nTo: Ana\nSubject: old\n\nold")]
    [InlineData("New words.\n\nDe : Sam\nEnvoyé : mardi 3 mars 2026\nÀ : Ana\nObjet : vieux\n\nvieux")]
    [InlineData("New words.\n\nDe: Sam\nEnviado el: martes\nPara: Ana\nAsunto: viejo\n\nviejo")]
    [InlineData("New words.\n-- \nAna Roy\nStudio")]
    [InlineData("New words.\n\nSent from my iPhone")]
    [InlineData("New words.\n\nEnvoyé de mon téléphone\n")]
    [InlineData("New words.\n\nEnviado desde mi iPhone")]
    [InlineData("> old\nNew words.")]
    public void Quotes_and_signatures_go(string text) => Assert.Equal("New words.", FreshText.Of(text));

    [Fact]
    public void Answers_between_quoted_lines_stay() => Assert.Equal(
        "Yes.\nNo.",
        FreshText.Of("On 3 Mar 2026, Sam wrote:\n> May we?\nYes.\n> Will it be seen?\nNo."));

    [Theory]
    [InlineData("On Monday Ben wrote:\nsomething that belongs to us.")]
    [InlineData("From: a drawing\nwe make: a poster")]
    [InlineData("We send it from my phone to the studio and then the long day goes on and on.")]
    [InlineData("1 -- 2")]
    public void Plain_sentences_stay(string text) => Assert.Equal(text, FreshText.Of(text));

    [Fact]
    public void One_endless_line_is_read_in_no_time() =>
        Assert.Equal(2_000_000, FreshText.Of("On" + new string(' ', 1_999_997) + "x").Length);

    [Theory]
    [InlineData("The director wants ash over the village and we would like to try it with this tool.", "en")]
    [InlineData("Nous voudrions essayer des brumes sur la digue avec cet outil, à partir de nos croquis.", "fr")]
    [InlineData("Queremos probar las cenizas sobre el pueblo con esta herramienta, que no es nuestra.", "es")]
    [InlineData("", "en")]
    [InlineData("火山", "en")]
    public void Language_is_guessed_by_small_words(string text, string tag) => Assert.Equal(tag, LanguageGuess.Of(text));
}
