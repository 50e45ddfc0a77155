using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Web.Languages;

/// <summary>
/// Which form of a text goes with which whole number, in the notation of the Unicode CLDR: <c>n = 1</c>,
/// <c>n % 10 = 2..4 and n % 100 != 12..14</c>. So a language with five forms needs a document and no code.
/// </summary>
internal sealed partial record PluralRules(IReadOnlyList<KeyValuePair<string, string>> Rules)
{
    /// <summary>The form for every number that no rule takes.</summary>
    public const string Other = "other";

    private static readonly string[] Categories = ["zero", "one", "two", "few", "many"];

    /// <summary>The forms that a text with a number has in this language.</summary>
    public IEnumerable<string> Forms => Rules.Select(r => r.Key).Append(Other);

    /// <summary>The form for a number.</summary>
    public string FormFor(int count) => Rules.FirstOrDefault(r => Holds(r.Value, count)).Key ?? Other;

    /// <summary>What is wrong with a rule; null when nothing is.</summary>
    public static string? Problem(string form, string rule) =>
        !Categories.Contains(form) ? $"plurals: there is no form '{form}'; use {string.Join(", ", Categories)}."
        : Alternatives(rule).Any(a => !Relation().IsMatch(a)) ? $"plurals: '{rule}' cannot be read; write such as 'n = 1' or 'n % 10 = 2..4 and n % 100 != 12..14'."
        : null;

    private static bool Holds(string rule, int count) =>
        rule.Split(" or ").Any(either => either.Split(" and ").All(relation => IsTrue(relation.Trim(), Math.Abs(count))));

    private static IEnumerable<string> Alternatives(string rule) => rule.Split(" or ").SelectMany(r => r.Split(" and ")).Select(r => r.Trim());

    private static bool IsTrue(string relation, int count)
    {
        var match = Relation().Match(relation);
        var value = match.Groups["modulus"] is { Success: true } modulus ? count % Number(modulus.ValueSpan) : count;
        var isAmong = match.Groups["ranges"].Value.Split(',').Any(range => range.Split("..") is var ends
            && value >= Number(ends[0].Trim()) && value <= Number(ends[^1].Trim()));
        return isAmong == (match.Groups["sign"].Value == "=");
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^n( % (?<modulus>[1-9]\d{0,5}))? (?<sign>=|!=) (?<ranges>\d{1,6}(\.\.\d{1,6})?(, ?\d{1,6}(\.\.\d{1,6})?)*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Relation();
}
