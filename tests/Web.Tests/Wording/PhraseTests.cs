using CsCheck;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;
using Workflow.Web.Wording;

namespace Web.Tests.Wording;

public sealed class PhraseTests
{
    private static readonly string[] Letters = ["a", " ", "é", "🎬", "字"];

    [Theory]
    [InlineData("a\r\nBcc: x@y.example", "a Bcc: x@y.example")]
    [InlineData("a\u2028b\u0000c\td", "a b c d")]
    public void One_line_holds_no_line_break(string text, string line) => Assert.Equal(line, Phrase.OneLine(text));

    [Fact]
    public void Shortened_text_is_never_longer_nor_cut_inside_a_character() =>
        Gen.Select(Gen.Int[0, 4].Select(i => Letters[i]).Array[0, 60].Select(string.Concat), Gen.Int[2, 40]).Sample((text, length) =>
        {
            var shortened = Phrase.Shorten(text, length);
            return shortened.Length <= length && !char.IsHighSurrogate(shortened.TrimEnd('…').LastOrDefault());
        });

    [Theory]
    [InlineData("p2", "Nothing is kept or trained on")]
    [InlineData("tools[1].plan", "Tools, no. 2, plan")]
    [InlineData("peopleDepicted[0]", "Real people depicted, no. 1")]
    [InlineData("something else", "something else")]
    public void Field_reads_as_a_label(string field, string label) => Assert.Equal(label, FieldWords.Label(field).ToString());

    [Fact]
    public void Every_word_of_the_core_can_be_said()
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            Assert.NotEmpty($"{TierWords.Name(tier)}{TierWords.Meaning(tier)}");
            foreach (var kind in Enum.GetValues<DecisionKind>())
                Assert.NotEmpty($"{DecisionWords.Choice(kind, tier)}{DecisionWords.Meaning(kind, tier)}{DecisionWords.Done(kind, tier)}{DecisionWords.YouDid(kind, tier)}");
        }

        foreach (var code in Enum.GetValues<FindingCode>())
            Assert.NotEmpty($"{FindingWords.Name(code)}{FindingWords.Explanation(code)}");
        foreach (var use in Enum.GetValues<IntendedUse>())
            Assert.NotEmpty(UseWords.Name(use).ToString());
        foreach (var kind in Enum.GetValues<InputKind>())
            Assert.NotEmpty(UseWords.Name(kind).ToString());
        foreach (var kind in Enum.GetValues<OutcomeKind>())
            Assert.NotEmpty(StateWords.Name(kind).ToString());
        foreach (var status in Enum.GetValues<RequestStatus>())
            Assert.NotEmpty(StateWords.Name(status).ToString());
    }
}
