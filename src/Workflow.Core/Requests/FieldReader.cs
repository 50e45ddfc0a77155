using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Core.People;

namespace Workflow.Core.Requests;

/// <summary>Reads typed fields one by one and collects what is wrong with them, so that all of it can be told at once.</summary>
internal sealed partial class FieldReader
{
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    public void Report(string field, FormattableString text) => _problems.Add(new FieldProblem(field, text));

    /// <summary>Reports a field that is needed and was left empty, unless what was typed there was reported already.</summary>
    public void Need(string field, bool isThere, FormattableString text)
    {
        if (!isThere && _problems.All(p => p.Field != field)) Report(field, text);
    }

    public string? Line(string field, string? typed, int max = DeclarationLimits.Line) =>
        Within(field, typed, PlainText.Line, max);

    public string? Text(string field, string? typed) =>
        Within(field, typed, PlainText.Lines, DeclarationLimits.Text);

    public T? Choice<T>(string field, string? typed) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        var value = Wire.Read<T>(typed);
        if (value is null) Report(field, $"{Quote(typed)} is not a choice here. Choose one of: {string.Join(", ", Wire.All<T>())}.");
        return value;
    }

    public IReadOnlyList<T> Choices<T>(string field, IReadOnlyList<string?>? typed) where T : struct, Enum =>
        [.. Entries(field, typed).Select(word => Choice<T>(field, word)).OfType<T>().Distinct().Order()];

    public IReadOnlyList<string> Names(string field, IReadOnlyList<string?>? typed) =>
        [.. Entries(field, typed).Select(name => Line(field, name)).OfType<string>().Distinct()];

    /// <summary>The entries of a list, or none with a report when there are too many to be read one by one.</summary>
    public IReadOnlyList<T> Entries<T>(string field, IReadOnlyList<T>? typed)
    {
        if (typed is null) return [];
        if (typed.Count <= DeclarationLimits.Entries) return typed;

        Report(field, $"There are {typed.Count} entries; at most {DeclarationLimits.Entries} fit. Group some of them.");
        return [];
    }

    public DateOnly? Date(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;

        Report(field, $"{Quote(typed)} is not a date. Write it as year-month-day, such as 2026-03-31.");
        return null;
    }

    public string? Email(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        var address = EmailAddress.Read(typed);
        if (address is null) Report(field, $"{Quote(typed)} is not an e-mail address. Write it as name@company.example, nothing else.");
        return address;
    }

    /// <summary>A language tag; English when none was given, for that is what the pages speak by default.</summary>
    public string Language(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return "en";
        if (LanguageTag().IsMatch(typed.Trim())) return typed.Trim();

        Report(field, $"{Quote(typed)} is not a language tag. Write one such as en, fr or es.");
        return "en";
    }

    private string? Within(string field, string? typed, Func<string?, string?> clean, int max)
    {
        // What is far too long is not worth cleaning; line ends folded from two characters to one may halve a text.
        var text = typed?.Length > 2 * max ? typed : clean(typed);
        if (text is null || text.Length <= max) return text;

        Report(field, max == DeclarationLimits.Text
            ? (FormattableString)$"This has {text.Length} characters; at most {max} fit. Shorten it or attach it as a file."
            : $"This has {text.Length} characters; at most {max} fit. Shorten it.");
        return null;
    }

    private static string Quote(string typed) => $"“{PlainText.Shorten(PlainText.Line(typed[..Math.Min(typed.Length, 200)]) ?? "", 60)}”";

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
