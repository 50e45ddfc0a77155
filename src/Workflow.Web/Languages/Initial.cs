using System.Globalization;

namespace Workflow.Web.Languages;

/// <summary>The first letter of a text that moves into, or to the front of, a sentence.</summary>
internal static class Initial
{
    /// <summary>With its first letter as <c>lower</c> or <c>upper</c>; an abbreviation such as "IT" keeps its capitals.</summary>
    public static string In(string text, string? format, CultureInfo culture) => format switch
    {
        "lower" when text.Length > 1 && !char.IsUpper(text[1]) => char.ToLower(text[0], culture) + text[1..],
        "upper" when text.Length > 0 => char.ToUpper(text[0], culture) + text[1..],
        _ => text,
    };
}
