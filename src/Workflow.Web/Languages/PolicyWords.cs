namespace Workflow.Web.Languages;

/// <summary>Words of a policy, such as the title of a role: translated by the policy's own document, not by ours.</summary>
public sealed class PolicyWords : IFormattable
{
    private readonly string _words;

    private PolicyWords(string words) => _words = words;

    /// <summary>As a text.</summary>
    public static Text Of(string words) => $"{new PolicyWords(words)}";

    /// <inheritdoc />
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        var language = formatProvider as Language ?? Language.Current;
        return Initial.In(language.PolicyTexts.GetValueOrDefault(_words, _words), format, language.Culture);
    }
}
