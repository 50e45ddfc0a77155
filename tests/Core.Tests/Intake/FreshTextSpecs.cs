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
    [InlineData("New words.\n\nAm Di., 3. März 2026 um 10:11 Uhr schrieb Sam <sam@studio.example>:\n> alt")]
    [InlineData("New words.\n\nEm ter., 3 de mar. de 2026 às 10:11, Sam <sam@studio.example>\nescreveu:\n> velho")]
    [InlineData("New words.\n\nSam <sam@studio.example> escreveu (terça, 3/03/2026 à(s)\n10:11):\n> velho")]
    [InlineData("New words.\n\nIl giorno mar 3 mar 2026 alle ore 10:11 Sam ha scritto:\n> vecchio")]
    [InlineData("New words.\n\n2026년 3월 3일 (화) 오전 10:11, Sam <sam@studio.example>님이 작성:\n> 전")]
    [InlineData("New words.\n\n2026年3月3日(火) 10:11 Sam <sam@studio.example>:\n> 前")]
    [InlineData("New words.\n\n2026/03/03 10:11、Sam <sam@studio.example>のメール:\n> 前")]
    [InlineData("New words.\n\n-----Ursprüngliche Nachricht-----\nalt")]
    [InlineData("New words.\n\n---------- Mensagem encaminhada ---------\nvelho")]
    [InlineData("New words.\n\nInizio messaggio inoltrato:\n\nvecchio")]
    [InlineData("New words.\n\n보낸 사람: Sam\n보낸 날짜: 2026년 3월 3일\n받는 사람: Ana\n제목: 전\n\n전")]
    [InlineData("New words.\n\n差出人: Sam\n送信日時: 2026年3月3日\n宛先: Ana\n件名: 前\n\n前")]
    [InlineData("New words.\n\nVon meinem iPhone gesendet")]
    [InlineData("New words.\n\nEnviado do meu iPhone")]
    [InlineData("New words.\n\nInviato da iPhone")]
    [InlineData("New words.\n\n나의 iPhone에서 보냄")]
    [InlineData("New words.\n\niPhoneから送信")]
    [InlineData("New words.\n\nGet Outlook for iOS\n________________________________\nFrom: Sam\nSent: Tuesday\nTo: Ana\nSubject: old\n\nold")]
    [InlineData("New words.\n\nThis message is confidential and meant for the\nnamed recipient only.")]
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
    [InlineData("Ana wrote at 10:11:\nthe scene is ours.")]
    [InlineData("This message is confidential, and its recipient is the queen.\n\nThat is what the letter in the film says.")]
    [InlineData("De: um desenho\nPara: um cartaz")]
    public void Plain_sentences_stay(string text) => Assert.Equal(text, FreshText.Of(text));

    [Fact]
    public void One_endless_line_is_read_in_no_time() =>
        Assert.Equal(2_000_000, FreshText.Of("On" + new string(' ', 1_999_997) + "x").Length);

    [Theory]
    [InlineData("The director wants ash over the village and we would like to try it with this tool.", "en")]
    [InlineData("Nous voudrions essayer des brumes sur la digue avec cet outil, à partir de nos croquis.", "fr")]
    [InlineData("Queremos probar las cenizas sobre el pueblo con esta herramienta, que no es nuestra.", "es")]
    [InlineData("Wir möchten den Sturm mit einem Werkzeug entwerfen und dann von Hand malen.", "de")]
    [InlineData("Queremos pintar o céu com uma ferramenta e refazer tudo à mão, não é nosso.", "pt")]
    [InlineData("Vorremmo provare i vetri del faro con uno strumento, poi il vetraio li taglia.", "it")]
    [InlineData("폭풍 하늘을 Brushwork Studio로 그려 봅니다.", "ko")]
    [InlineData("嵐の空をBrushwork Studioで描きます。", "ja")]
    [InlineData("", "en")]
    [InlineData("火山", "en")]
    public void Language_is_guessed_by_small_words(string text, string tag) => Assert.Equal(tag, LanguageGuess.Of(text));
}
