using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Policies;

/// <summary>The built-in documents, as they are shipped.</summary>
internal static class BuiltIn
{
    public static DocumentText Document { get; } = Load("streamer-genai.yaml");

    public static IReadOnlyList<DocumentText> Parts { get; } = [.. PolicyReader.PartsOf(Document).Select(Load)];

    public static DocumentText DirectoryText { get; } = Load("directory.yaml");

    public static PolicyReading Reading { get; } = PolicyReader.Read(Document, Parts);

    public static Policy Policy => Reading.Policy ?? throw new InvalidOperationException(string.Join('\n', Reading.Problems));

    public static DirectoryReading DirectoryReading { get; } = DirectoryReader.Read(DirectoryText, [.. DirectoryReader.PartsOf(DirectoryText).Select(Load)]);

    public static DirectoryDocument Directory => DirectoryReading.Directory ?? throw new InvalidOperationException(string.Join('\n', DirectoryReading.Problems));

    public static DocumentText? TryLoad(string name) => File.Exists(Path.Combine(AppContext.BaseDirectory, "policies", name)) ? Load(name) : null;

    public static DocumentText Load(string name) =>
        new(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", name)));
}
