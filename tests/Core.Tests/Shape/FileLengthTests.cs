using System.Runtime.CompilerServices;

namespace Core.Tests.Shape;

/// <summary>
/// How long the files of the core may be. How many ways lead through a method is for the compiler to watch (CA1502): see
/// <c>CodeMetricsConfig.txt</c> and <c>Complexity.cs</c> in the core.
/// </summary>
public sealed class FileLengthTests
{
    private const int Longest = 300;

    // A file that is longer stands here with the reason why it is one idea all the same.
    private static readonly Dictionary<string, string> Reasons = [];

    [Fact]
    public void File_of_the_core_is_not_longer_than_a_reader_can_hold() =>
        Assert.Empty(Sources().Where(f => File.ReadLines(f).Count() > Longest).Select(f => Path.GetFileName(f)).Except(Reasons.Keys));

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.Combine(here, "..", "..", "..", "..", "src", "Workflow.Core"), "*.cs", SearchOption.AllDirectories);
}
