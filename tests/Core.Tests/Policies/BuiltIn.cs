using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Policies;

/// <summary>The built-in documents, as they are shipped.</summary>
internal static class BuiltIn
{
    public static DocumentText Document { get; } = Load("streamer-genai.yaml");

    public static IReadOnlyList<DocumentText> Signals { get; } = [Load("signals/en.yaml"), Load("signals/fr.yaml")];

    public static DocumentText DirectoryText { get; } = Load("directory.yaml");

    public static PolicyReading Reading { get; } = PolicyReader.Read(Document, Signals);

    public static Policy Policy => Reading.Policy ?? throw new InvalidOperationException(string.Join('\n', Reading.Problems));

    public static DirectoryDocument Directory => DirectoryReader.Read(DirectoryText).Directory!;

    private static DocumentText Load(string name) =>
        new(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", name)));
}
