using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Small joints of sentences.</summary>
public static class Phrase
{
    /// <summary>What a person wrote, or was named: the same in every language.</summary>
    public static Text Theirs(string words) => $"{words}";

    /// <summary>"Legal", "Legal and Creative", "Legal, Creative and Post".</summary>
    /// <param name="items">Texts, or names.</param>
    public static Text And<T>(IReadOnlyList<T> items) => items.Count switch
    {
        0 => Text.None,
        1 => $"{items[0]}",
        _ => $"{Commas(items.Take(items.Count - 1))} and {items[^1]}",
    };

    /// <summary>"Ada", "Ada or Bob", "Ada, Bob or Cleo".</summary>
    /// <param name="items">Texts, or names.</param>
    public static Text Or<T>(IReadOnlyList<T> items) => items.Count switch
    {
        0 => Text.None,
        1 => $"{items[0]}",
        _ => $"{Commas(items.Take(items.Count - 1))} or {items[^1]}",
    };

    /// <summary>"Legal, Creative, Post"; no words when there is nothing.</summary>
    /// <param name="items">Texts, or names.</param>
    public static Text Commas<T>(IEnumerable<T> items) =>
        items.Select(item => (Text)$"{item}").Aggregate((Text?)null, (all, item) => all is null ? item : $"{all}, {item}") ?? Text.None;

    /// <summary>Whole sentences, one after the other.</summary>
    public static Text Sentences(IReadOnlyList<Text> sentences) =>
        sentences.Aggregate((Text?)null, (all, next) => all is null ? next : $"{all} {next}") ?? Text.None;

    /// <summary>A size in the unit that reads best: "640 bytes", "2.4 MB".</summary>
    public static Text Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => $"{bytes / 1e3:0.#} kB",
        _ => $"{bytes / 1e6:0.#} MB",
    };

    /// <summary>Text on one line: whatever breaks or controls a line becomes a space.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>At most so many characters, cut at a space where there is one near, and marked as cut.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = length - 1;
        if (text.LastIndexOf(' ', end) is var space && space > length * 3 / 4)
        {
            end = space;
        }
        else if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd() + "…";
    }
}
