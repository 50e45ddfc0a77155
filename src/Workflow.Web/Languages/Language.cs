using System.Globalization;

namespace Workflow.Web.Languages;

/// <summary>A language that pages and mails can be read in: its words, and how it writes numbers and days.</summary>
/// <remarks>Handed to formatting as the provider, so that a text within a text speaks the same language.</remarks>
public sealed record Language : IFormatProvider
{
    private static readonly AsyncLocal<Language?> Spoken = new();

    internal Language()
    {
    }

    /// <summary>English, in which the product is written: always there, and what is fallen back to.</summary>
    public static Language English { get; } = LanguageReader.ReadCatalogue();

    /// <summary>
    /// The language being spoken: that of the page or mail being rendered, English outside of one. Setting it holds
    /// for the asynchronous method that does and for what it calls.
    /// </summary>
    public static Language Current
    {
        get => Spoken.Value ?? English;
        set => Spoken.Value = value;
    }

    /// <summary>BCP 47 tag.</summary>
    public required string Tag { get; init; }

    /// <summary>As its speakers call it: "Français".</summary>
    public required string Name { get; init; }

    /// <summary>How it writes numbers and days.</summary>
    public required CultureInfo Culture { get; init; }

    /// <summary>For the <c>dir</c> attribute: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => CultureInfo.GetCultureInfo(Tag).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Whether the visitor chose it on the page, so that links and forms carry the choice on.</summary>
    public bool IsChosen { get; init; }

    /// <summary>
    /// Whether words of people that are written the other way round are set apart by invisible characters, where nothing
    /// like <see cref="Markup.Name"/> can do it: a Hebrew title must not turn an English sentence around.
    /// </summary>
    internal bool IsolatesNames { get; init; }

    /// <summary>The forms of every text by its key; most have one, under <see cref="PluralRules.Other"/>.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Which form goes with which number.</summary>
    internal PluralRules Plurals { get; init; } = new([]);

    /// <summary>What it calls places, by their English names, where it has a name of its own.</summary>
    internal IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>The words of a policy in this language, by its own; none unless a page is about a request under it.</summary>
    internal IReadOnlyDictionary<string, string> PolicyTexts { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc />
    public object? GetFormat(Type? formatType) => Culture.GetFormat(formatType);

    /// <summary>The words with holes for a key, or the English when this language lacks it.</summary>
    internal string Wording(string key) => Form(key, PluralRules.Other);

    /// <summary>The words with holes for a key that counts something.</summary>
    internal string Wording(string key, int count) => Form(key, Plurals.FormFor(count));

    private string Form(string key, string form) =>
        Texts.TryGetValue(key, out var forms) ? forms.GetValueOrDefault(form, forms[PluralRules.Other]) : key;
}
