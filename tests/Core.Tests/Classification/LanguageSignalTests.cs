using Workflow.Core.Classification.Signals;
using Workflow.Core.Classification.Text;
using Workflow.Core.Documents;

namespace Core.Tests.Classification;

/// <summary>What languages need that are not written like English.</summary>
public sealed class LanguageSignalTests
{
    private static readonly WordSignals Japanese = Read(
        """
        language: ja
        gap: 12
        common-words: [の]
        negation:
          words: []
          after: [ません, ない, せず]
          except: [問題ない]
          ends-at: [ので, が]
          reach: 1
          after-reach: 10
        concepts:
          replica: [声 ... クローン, 声 ... 複製]
        """);

    private static readonly WordSignals Korean = Read(
        """
        language: ko
        common-words: [그리고]
        negation:
          words: []
          after: ["않*", "없*"]
          reach: 1
          after-reach: 3
        concepts:
          replica: ["목소리* ... 복제하*"]
        """);

    private static readonly WordSignals German = Read(
        """
        language: de
        common-words: [und]
        negation: {words: [nicht, kein*], after: [nicht], reach: 6, after-reach: 4}
        concepts:
          replica: ["klon* ... stimme*", "stimme* ... geklont"]
        """);

    private static readonly WordSignals English = Read(
        """
        language: en
        common-words: [the, is, and]
        negation: {words: ["no"], reach: 6}
        concepts:
          replica: [deepfake*, "voice clon*"]
        """);

    private static readonly WordSignals Portuguese = Read(
        """
        language: pt
        common-words: ["no", e]
        negation: {words: [nenhum], reach: 6}
        concepts:
          other: [qualquer]
        """);

    [Theory]
    [InlineData("声優の声をAIでクローンします。", true)]
    [InlineData("声優の声をＡＩでｸﾛｰﾝします。", true)]
    [InlineData("声優の声のクローンは使いません。", false)]
    [InlineData("声を複製せず、新しく録音します。", false)]
    [InlineData("声を複製するので問題ない。", true)]
    [InlineData("絵は使わない。声を複製する。", true)]
    [InlineData("声を複製する、手間はかからない。", true)]
    public void Japanese_is_heard_by_character(string text, bool heard) => Assert.Equal(heard, Hears(Japanese, text));

    [Theory]
    [InlineData("배우의 목소리를 복제합니다.", true)]
    [InlineData("배우의 목소리를 그대로 복제하는 도구입니다.", true)]
    [InlineData("배우의 목소리를 복제하지 않습니다.", false)]
    public void Korean_beginnings_reach_into_the_syllable(string text, bool heard) => Assert.Equal(heard, Hears(Korean, text));

    [Theory]
    [InlineData("Wir klonen ihre Stimme.", true)]
    [InlineData("Wir klonen ihre Stimme nicht.", false)]
    [InlineData("Ihre Stimme wird nicht geklont.", false)]
    [InlineData("Wir klonen ihre Stimme, was nicht viel kostet.", true)]
    public void German_no_at_the_end_of_a_clause_negates_what_stands_before(string text, bool heard) => Assert.Equal(heard, Hears(German, text));

    [Theory]
    [InlineData("We use it in sc. 31 and ep. 2 only.", 1)]
    [InlineData("ok. we clone her voice. it is fine.", 3)]
    [InlineData("声を録る。絵を描く！本当？", 3)]
    [InlineData("Fine!Then http://a.example/b?c=d it is.", 1)]
    [InlineData("Fresh words\n> quoted words\nmore words", 2)]
    public void Text_is_cut_into_sentences(string text, int sentences) => Assert.Equal(sentences, Sentences.Of(text).Count);

    [Theory]
    [InlineData("Kein deepfake ist geplant.", false)]
    [InlineData("Ein deepfake ist geplant.", true)]
    [InlineData("Voice cloning no estúdio e no set.", true)]
    [InlineData("No set e no estúdio, deepfake.", false)]
    [InlineData("No deepfakes here.", false)]
    public void Words_of_any_language_are_denied_by_the_language_of_the_sentence(string text, bool heard) =>
        Assert.Equal(heard, Hears([German, English, Portuguese], text));

    [Fact]
    public void Long_lines_go_on_with_a_small_letter_alone()
    {
        const string LongLine = "All of the boards in this episode were drawn by hand in our department";

        Assert.Single(Sentences.Of($"{LongLine}\nand nothing else was"));
        Assert.Equal(2, Sentences.Of($"{LongLine}\nHer voice is cloned").Count);
        Assert.Equal(2, Sentences.Of($"{LongLine}\n- her voice is cloned").Count);
    }

    private static bool Hears(WordSignals signals, string text) =>
        Hears([signals], text);

    private static bool Hears(IReadOnlyList<WordSignals> signals, string text)
    {
        var lexicon = new Lexicon(signals);
        return Sentences.Of(text).Any(s => lexicon.Hear(s, []).ContainsKey("replica"));
    }

    private static WordSignals Read(string yaml)
    {
        var problems = new ProblemList("test.yaml");
        return SignalsReader.Read(yaml, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.Items));
    }
}
