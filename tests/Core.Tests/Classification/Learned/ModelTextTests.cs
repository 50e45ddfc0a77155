using Core.Tests.Policies;
using CsCheck;
using Workflow.Core.Classification.Learned;
using Workflow.Core.Policies;

namespace Core.Tests.Classification.Learned;

public sealed class ModelTextTests
{
    private static readonly DocumentText Committed = BuiltIn.Load("models/learned-1.txt");

    [Fact]
    public void Model_read_and_written_again_is_the_same() =>
        Assert.Equal(Committed.Text, ModelText.Write(ModelText.Read(Committed)!));

    [Fact]
    public void Other_text_is_no_model() =>
        Gen.String.Sample(text => ModelText.Read(Committed with { Text = text }) is null, iter: 100);

    [Fact]
    public void Model_cut_off_is_no_model_or_a_smaller_one_and_never_throws() =>
        Gen.Int[0, 5000].Sample(
            length =>
            {
                ModelText.Read(Committed with { Text = Committed.Text[..length] });
            },
            iter: 50);

    [Fact]
    public void Policy_whose_model_is_missing_is_told_where_it_names_it()
    {
        var reading = PolicyReader.Read(BuiltIn.Document, [.. BuiltIn.Parts.Where(p => p.Name != Committed.Name)]);

        Assert.Contains(reading.Problems, p => p.Message == "The learned model 'models/learned-1.txt' was not found.");
        Assert.Null(reading.Policy);
    }

    [Fact]
    public void Policy_whose_model_is_none_is_told_so()
    {
        var reading = PolicyReader.Read(BuiltIn.Document, [.. BuiltIn.Parts.Select(p => p.Name == Committed.Name ? p with { Text = "no model" } : p)]);

        Assert.Contains(reading.Problems, p => p.Message == "'models/learned-1.txt' is no learned model of this version of the program.");
    }

    [Fact]
    public void Policy_is_another_one_with_another_model()
    {
        var other = ModelText.Write(Trainer.Train([.. Evaluation.Cases.Corpus.Take(20)], BuiltIn.Policy, TestContext.Current.CancellationToken));

        var reading = PolicyReader.Read(BuiltIn.Document, [.. BuiltIn.Parts.Select(p => p.Name == Committed.Name ? p with { Text = other } : p)]);

        Assert.NotEqual(BuiltIn.Policy.Stamp.Sha256, reading.Policy!.Stamp.Sha256);
    }
}
