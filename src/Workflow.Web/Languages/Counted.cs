namespace Workflow.Web.Languages;

/// <summary>A text about a number of things, in the form that goes with the number: "1 day", "2 days".</summary>
/// <remarks>The text is written for many; its form for one stands in every language's document, the English among them.</remarks>
public sealed class Counted : IFormattable
{
    private readonly int _count;
    private readonly string _key;

    private Counted(int count, string key) => (_count, _key) = (count, key);

    /// <summary>Such as <c>Counted.Of(days, $"{days} days")</c>: the number is its only hole.</summary>
    public static Text Of(int count, Text many) => $"{new Counted(count, many.Key)}";

    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var language = formatProvider as Language ?? Language.Current;
        var said = string.Concat(Template.Read(language.Wording(_key, _count)).Select(p => p.Hole is null ? p.Text : _count.ToString(language)));
        return Initial.In(said, format, language.Culture);
    }
}
