using CsCheck;
using Workflow.Core.Classification.SecondReading;

namespace Core.Tests.Classification.SecondReading;

public sealed class BlotsSpecs
{
    [Theory]
    [InlineData("Rosa Quill", "ROSA and Quill's dog", "████ and █████'s dog")]
    [InlineData("Rosa Quill (lead)", "the lead, Rosa", "the lead, ████")]
    [InlineData("Rose Vale", "Rosemary in the valley", "Rosemary in the valley")]
    [InlineData("Wim de Boer", "de boerderij van Wim", "de boerderij van ███")]
    [InlineData("김지훈", "김지훈의 목소리를", "███의 목소리를")]
    [InlineData("田中", "田中さんの声", "██さんの声")]
    [InlineData("Nobody", "write to mara.quill@crew.example or call +44 20 7946 0018.", "write to ███████████████████████ or call ████████████████.")]
    [InlineData("Nobody", "12 shots in episode 3, 4K, 2026", "12 shots in episode 3, 4K, 2026")]
    public void Names_addresses_and_numbers_are_blotted_out(string name, string text, string blotted) =>
        Assert.Equal(blotted, new Blots([name]).Over(text));

    [Fact]
    public void Every_text_keeps_its_length() =>
        Gen.Select(Gen.String[0, 12].Array[0, 4], Gen.String[0, 200]).Sample((names, text) => new Blots(names).Over(text).Length == text.Length);
}
