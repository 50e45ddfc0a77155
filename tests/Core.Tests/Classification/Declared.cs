using Workflow.Core.Requests;

namespace Core.Tests.Classification;

/// <summary>Declarations for tests: harmless unless a test says otherwise.</summary>
internal static class Declared
{
    public static Declaration Harmless { get; } = new()
    {
        Title = "Colour boards",
        Description = "Quick colour boards of desert weather that the department looks at and throws away.",
        Production = "The Lantern Coast",
        Tools = [new Tool("Picture desk", "Example Tools", "Studio plan", "Keeps nothing")],
        Use = IntendedUse.Ideation,
        FinalDeliverable = Answer.No,
        Principles = new(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes),
    };

    public static Declaration Saying(string sentence) =>
        Harmless with { Description = $"{Harmless.Description}\n\n{sentence}" };
}
