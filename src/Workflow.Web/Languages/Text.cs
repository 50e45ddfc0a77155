using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Workflow.Web.Languages;

/// <summary>
/// Something said to a person, not yet in anybody's language: the one door through which our words reach pages and
/// mails. Written as <c>$"Waiting for {name}."</c> wherever a <see cref="Text"/> is wanted; the English with numbered
/// holes is the key of its translations. It becomes words only where the reader is known, so it travels as it is.
/// </summary>
/// <remarks>
/// A text that is nothing but one hole, <c>$"{name}"</c>, stands for what a person wrote: it is never translated.
/// Other texts fit into holes, with <c>:lower</c> or <c>:upper</c> for their first letter.
/// </remarks>
[InterpolatedStringHandler]
public sealed class Text : IFormattable, IHtmlContent
{
    private readonly StringBuilder _key;
    private readonly List<object?> _arguments;

    /// <summary>For the compiler, which turns an interpolated string into these calls.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Text(int literalLength, int formattedCount) =>
        (_key, _arguments) = (new StringBuilder(literalLength + (4 * formattedCount)), new List<object?>(formattedCount));

    private Text(string key, IEnumerable<object?> arguments) : this(0, 0)
    {
        _key.Append(key);
        _arguments.AddRange(arguments.Select(Held));
    }

    /// <summary>No words.</summary>
    public static Text None { get; } = $"";

    /// <summary>The English with numbered holes.</summary>
    public string Key => _key.ToString();

    /// <summary>A text of the core, whose format is its key.</summary>
    public static Text Of(FormattableString text) => new(text.Format, text.GetArguments());

    /// <summary>For the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string literal) =>
        _key.Append(literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>For the compiler.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Globalization", "CA1305", Justification = "The index of a hole has no culture.")]
    public void AppendFormatted<T>(T value, string? format = null)
    {
        _key.Append('{').Append(_arguments.Count);
        if (format is not null)
        {
            _key.Append(':').Append(format);
        }

        _key.Append('}');
        _arguments.Add(Held(value));
    }

    /// <summary>In this language.</summary>
    public string In(Language language)
    {
        var said = new StringBuilder();
        foreach (var piece in Template.Read(language.Wording(Key)))
        {
            said.Append(piece.Hole is { } hole ? Say(_arguments[hole], piece.Text, language) : piece.Text);
        }

        return said.ToString();
    }

    /// <summary>In the language being spoken; see <see cref="Language.Current"/>.</summary>
    public override string ToString() => In(Language.Current);

    /// <inheritdoc />
    /// <param name="format"><c>lower</c> or <c>upper</c> for the first letter; null or empty leaves it.</param>
    /// <param name="formatProvider">A <see cref="Language"/>; anything else means the one being spoken.</param>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var language = formatProvider as Language ?? Language.Current;
        return Initial.In(In(language), format, language.Culture);
    }

    /// <summary>As HTML in the language being spoken; all of it is encoded but holes that are HTML themselves.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var language = Language.Current;
        foreach (var piece in Template.Read(language.Wording(Key)))
        {
            switch (piece.Hole is { } hole ? _arguments[hole] : null)
            {
                case IHtmlContent html when string.IsNullOrEmpty(piece.Text):
                    html.WriteTo(writer, encoder);
                    break;
                case var argument:
                    encoder.Encode(writer, piece.Hole is null ? piece.Text : Say(argument, piece.Text, language));
                    break;
            }
        }
    }

    private static object? Held(object? value) => value is FormattableString text ? Of(text) : value;

    private static string Say(object? value, string format, Language language) => value switch
    {
        IFormattable formattable => formattable.ToString(format, language),
        string words when language.IsolatesNames => Directions.Isolate(words, language),
        _ => value?.ToString() ?? "",
    };
}
