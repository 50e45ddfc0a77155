using Core.Tests.Policies;
using Workflow.Core.Classification.Evaluation;

namespace Core.Tests.Classification.Evaluation;

/// <summary>The labelled declarations as they are committed.</summary>
internal static class Cases
{
    public static IReadOnlyList<LabelledCase> Dev { get; } = Read("cases/dev.jsonl");

    public static IReadOnlyList<LabelledCase> Corpus { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "policies", "corpus"), "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read($"corpus/{Path.GetFileName(file)}")),
    ];

    private static IReadOnlyList<LabelledCase> Read(string name)
    {
        var (cases, problems) = CaseReader.Read(BuiltIn.Load(name));
        Assert.Empty(problems);
        return cases;
    }
}
