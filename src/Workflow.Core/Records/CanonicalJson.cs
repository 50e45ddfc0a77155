using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Core.Records;

/// <summary>
/// The one way to write a JSON value down (RFC 8785, JCS), so that a signature over it can be checked anywhere.
/// Records hold no fractions, and numbers that not every reader keeps exact are refused.
/// </summary>
public static class CanonicalJson
{
    private const long LargestExact = (1L << 53) - 1;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The canonical UTF-8 text.</summary>
    /// <exception cref="ArgumentException">A number is no integer within ±(2^53 - 1), or a string is no valid Unicode.</exception>
    public static byte[] Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return Strict.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                var ordered = members.OrderBy(m => m.Key, StringComparer.Ordinal);
                WriteList(text, '{', '}', ordered, (t, m) =>
                {
                    WriteString(t, m.Key);
                    t.Append(':');
                    Write(t, m.Value);
                });
                break;
            case JsonArray items:
                WriteList(text, '[', ']', items, Write);
                break;
            default:
                WriteValue(text, node);
                break;
        }
    }

    private static void WriteList<T>(
        StringBuilder text, char open, char close, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            write(text, item);
        }

        text.Append(close);
    }

    private static void WriteValue(StringBuilder text, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                text.Append(CultureInfo.InvariantCulture, $"{Integer(value.ToJsonString())}");
                break;
            default:
                text.Append(value.GetValueKind() == JsonValueKind.True ? "true" : "false");
                break;
        }
    }

    private static long Integer(string number) =>
        long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
        && integer is >= -LargestExact and <= LargestExact
            ? integer
            : throw new ArgumentException($"{number} is no integer that every JSON reader keeps exact.");

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
