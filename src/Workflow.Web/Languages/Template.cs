using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Web.Languages;

/// <summary>Takes a text with holes apart: <c>{0}</c>, or <c>{0:format}</c>; a doubled brace is a brace.</summary>
internal static partial class Template
{
    /// <summary>What it is made of, in order.</summary>
    public static IEnumerable<Piece> Read(string template)
    {
        var done = 0;
        foreach (Match match in Special().Matches(template))
        {
            if (match.Index > done)
            {
                yield return new Piece(null, template[done..match.Index]);
            }

            yield return match.Groups["hole"] is { Success: true } hole
                ? new Piece(int.Parse(hole.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), match.Groups["format"].Value)
                : new Piece(null, match.Value[..1]);
            done = match.Index + match.Length;
        }

        if (done < template.Length)
        {
            yield return new Piece(null, template[done..]);
        }
    }

    /// <summary>The numbers of its holes, each once, ascending.</summary>
    public static IReadOnlyList<int> Holes(string template) => [.. Read(template).Select(p => p.Hole).OfType<int>().Distinct().Order()];

    [GeneratedRegex(@"\{\{|\}\}|\{(?<hole>\d{1,2})(?::(?<format>[^{}]*))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Special();

    /// <summary>A piece of a template.</summary>
    /// <param name="Hole">The number of the argument that stands here; null for words.</param>
    /// <param name="Text">The words, or the format of the argument.</param>
    internal readonly record struct Piece(int? Hole, string Text);
}
