using System.Text.Json;

namespace Workflow.Core.Documents;

/// <summary>The words that documents and forms use for the values of an enumeration: <c>digital-replica</c>.</summary>
public static class Vocabulary
{
    /// <summary>The word for a value.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value for a word; null when there is none. Exact: documents are read by people who compare.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum => Table<T>.Words.TryGetValue(word, out var value) ? value : null;

    /// <summary>Every word, in the order of the enumeration, for messages.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Table<T>.Words.Keys);

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Words = Enum.GetValues<T>().ToDictionary(Word, StringComparer.Ordinal);
    }
}
