using Core.Tests.Policies;
using Workflow.Core.Classification;

namespace Core.Tests.Classification;

/// <summary>Sentences in each language with what they must be heard to speak of, and what not: <c>Spoken/*.txt</c>.</summary>
public sealed class SpokenTests
{
    public static TheoryData<string> Languages => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Spoken");

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_are_heard_to_speak_of_what_they_say(string language)
    {
        var wrong = File.ReadLines(Path.Combine(Folder, $"{language}.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(parts => Wrong(parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Wrong(string sentence, string[] concepts)
    {
        var heard = HeardSentence.In(BuiltIn.Policy, Declared.Harmless with { Title = "", Description = sentence, Tools = [] }).SelectMany(h => h.Concepts.Keys).ToHashSet();
        return concepts
            .Where(c => heard.Contains(c.TrimStart('-')) == c.StartsWith('-'))
            .Select(c => $"{sentence}: {c}");
    }
}
