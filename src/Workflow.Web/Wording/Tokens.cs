using System.Text.Json;

namespace Workflow.Web.Wording;

/// <summary>The names of enum values as addresses, forms and JSON carry them: lower case, words joined by hyphens.</summary>
internal static class Tokens
{
    /// <summary>The name of a value, such as <c>awaiting-info</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a name; null when there is none of that name.</summary>
    public static T? Find<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == name)
                return value;
        }

        return null;
    }

    /// <summary>Every name, in the order of the values.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);
}
