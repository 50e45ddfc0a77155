using System.Collections.Frozen;
using System.Text.Json;

namespace Workflow.Core.Requests;

/// <summary>
/// The words by which choices travel in forms, JSON, mails and documents: the enum's name in kebab case, so that
/// <see cref="InputKind.OwnOrLicensed"/> is <c>own-or-licensed</c>. Reading ignores case and surrounding space.
/// </summary>
public static class Wire
{
    /// <summary>The word for a value.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Words<T>.Of[value];

    /// <summary>All words of an enum, in the order of its members.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Words<T>.InOrder;

    /// <summary>The value that a word stands for; null when it is none of <see cref="All{T}"/>.</summary>
    public static T? Read<T>(string? word) where T : struct, Enum =>
        word is not null && Words<T>.Back.TryGetValue(word.Trim(), out var value) ? value : null;

    /// <summary>The same, but to the letter: documents are read by people who compare.</summary>
    public static T? ReadExactly<T>(string word) where T : struct, Enum =>
        Read<T>(word) is { } value && Word(value) == word ? value : null;

    private static class Words<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

        public static readonly IReadOnlyList<string> InOrder = [.. Enum.GetValues<T>().Select(v => Of[v])];

        public static readonly FrozenDictionary<string, T> Back =
            Of.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
    }
}
