using Core.Tests.Policies;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Text;

namespace Core.Tests.Classification;

/// <summary>What the eye reads is judged too.</summary>
public sealed class DisguiseTests
{
    [Theory]
    [InlineData("сlоnе her vоiсе", "clone her voice")]
    [InlineData("c l o n e  her  v.o.i.c.e", "clone  her  voice")]
    [InlineData("cl0ne h3r", "clone h3r")]
    [InlineData("d33pfake", "deepfake")]
    [InlineData("ᴠᴏɪᴄᴇ ⓒⓛⓞⓝⓔ", "voice clone")]
    [InlineData("vo_ice cl*one", "voice clone")]
    [InlineData("cloooone", "clone")]
    [InlineData("$ynthetic f@ce", "synthetic face")]
    public void Disguised_words_are_read_as_they_look(string written, string read) => Assert.Equal(read, Disguise.In(written)[0].Text);

    [Fact]
    public void Figures_that_look_like_two_letters_are_read_as_both() =>
        Assert.Equal(["voice voiume", "volce volume"], Disguise.In("vo1ce vo1ume").Select(r => r.Text));

    [Theory]
    [InlineData("We clone her voice in sc. 31, twice, at 10.30 in 4K and 3D: mood-board, e-mail, it's 5% off.")]
    [InlineData("Ein Stimmklon? Nein! 3x4 = 12.")]
    [InlineData("목소리를 복제합니다. 声をクローンする。")]
    public void Plain_words_are_read_as_they_are_written(string written) => Assert.Empty(Disguise.In(written));

    [Fact]
    public void Evidence_quotes_the_disguise_itself()
    {
        var assessment = Classifier.Assess(BuiltIn.Policy, Declared.Saying("For the trailer we will c l o n e her vо1ce."), []);

        Assert.Contains(assessment.Findings.SelectMany(f => f.Evidence), e => e.Quote == "c l o n e her");
    }
}
