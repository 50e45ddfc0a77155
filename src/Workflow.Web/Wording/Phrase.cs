using System.Globalization;

namespace Workflow.Web.Wording;

/// <summary>Small joints of sentences.</summary>
public static class Phrase
{
    /// <summary>"Legal", "Legal and Creative", "Legal, Creative and Post".</summary>
    public static string And(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>A size in the unit that reads best: "640 bytes", "2.4 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
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
