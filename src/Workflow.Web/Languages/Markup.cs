using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Workflow.Web.Languages;

/// <summary>HTML elements that stand in the holes of a text, so that a translation can move them.</summary>
public static class Markup
{
    /// <summary>What matters most in the sentence.</summary>
    public static IHtmlContent Strong(object words) => new Element("strong", "", words);

    /// <summary>A number or name that is to be read letter by letter.</summary>
    public static IHtmlContent Code(object words) => new Element("span", " class=\"code\"", words);

    /// <summary>A name or title in a script of its own, whose direction must not turn the sentence around.</summary>
    public static IHtmlContent Name(object? words) => new Element("bdi", "", words);

    /// <summary>A command to type, or an address.</summary>
    public static IHtmlContent Typed(object words) => new Element("code", "", words);

    /// <summary>A link.</summary>
    /// <param name="address">On this site; it is encoded.</param>
    /// <param name="words">What it says.</param>
    public static IHtmlContent Link(string address, object words) =>
        new Element("a", $" href=\"{HtmlEncoder.Default.Encode(address)}\"", words);

    /// <summary>An instant, for people and for machines.</summary>
    /// <param name="machine">For the <c>datetime</c> attribute.</param>
    /// <param name="words">For people.</param>
    public static IHtmlContent Time(string machine, Text words) => new Element("time", $" datetime=\"{machine}\"", words);

    private sealed class Element(string name, string attributes, object? words) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write($"<{name}{attributes}>");
            if (words is IHtmlContent content)
            {
                content.WriteTo(writer, encoder);
            }
            else
            {
                encoder.Encode(writer, words?.ToString() ?? "");
            }

            writer.Write($"</{name}>");
        }

        public override string ToString() => words?.ToString() ?? "";
    }
}
