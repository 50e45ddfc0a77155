using Workflow.Core.Requests;

namespace Core.Tests.Requests;

public sealed class DeclarationDiffTests
{
    private static readonly Declaration Before = new()
    {
        Title = "Boards",
        Description = "Boards of a harbour.",
        Tools = [new Tool("Sketcher", "Sketch Ltd")],
        PeopleDepicted = ["Mara Quill"],
    };

    [Fact]
    public void Equal_content_in_other_lists_is_no_change() => Assert.Empty(DeclarationDiff.Between(
        Before, Before with { Tools = [new Tool("Sketcher", "Sketch Ltd")], PeopleDepicted = ["Mara Quill"] }));

    [Fact]
    public void Changed_fields_come_in_the_order_of_the_form() => Assert.Equal(
        ["description", "tools", "p2", "peopleDepicted", "to"],
        DeclarationDiff.Between(Before, Before with
        {
            To = new DateOnly(2026, 5, 1),
            PeopleDepicted = [],
            Principles = new PrincipleAnswers(P2: Answer.Yes),
            Tools = [new Tool("Sketcher", "Sketch Ltd", "Enterprise")],
            Description = "Boards of a harbour at night.",
        }));
}
