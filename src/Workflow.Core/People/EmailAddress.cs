using System.Buffers;
using System.Globalization;

namespace Workflow.Core.People;

/// <summary>
/// Reads addresses strictly: one <c>local@domain</c> as almost everybody has it, no quoted local parts, no comments,
/// no address literals. What it lets through can be put into a mail header without harm.
/// </summary>
public static class EmailAddress
{
    /// <summary>The longest address that mail servers carry (RFC 5321), in characters.</summary>
    public const int Longest = 254;

    private const int LongestLocalPart = 64;

    private static readonly SearchValues<char> LocalCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.");

    private static readonly SearchValues<char> LabelCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>
    /// The address in lower case, a domain in other scripts in its ASCII form (<c>xn--</c>), so that two addresses
    /// that merely look alike differ visibly; null when it is not an address.
    /// </summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > Longest) return null;

        var text = typed.Trim(' ').ToLowerInvariant();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > LongestLocalPart) return null;

        var local = text.AsSpan(0, at);
        var domain = Domain(text[(at + 1)..]);
        var sound = domain is not null
            && !local.ContainsAnyExcept(LocalCharacters)
            && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);
        var address = sound ? $"{local}@{domain}" : null;
        return address?.Length <= Longest ? address : null;
    }

    /// <summary>The domain of an address that <see cref="Read"/> returned.</summary>
    public static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    private static string? Domain(string typed)
    {
        string ascii;
        try
        {
            ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(typed).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }

        var labels = ascii.Split('.');
        return labels.Length >= 2 && labels.All(IsLabel) ? ascii : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && !label.AsSpan().ContainsAnyExcept(LabelCharacters);
}
