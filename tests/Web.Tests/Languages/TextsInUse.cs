using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Web.Tests.Languages;

/// <summary>
/// The keys of all texts that people can be told, read out of the compiled product: what the compiler makes of an
/// interpolated string is the only way into a <see cref="Text"/>, so nothing is missed, in whichever file it stands.
/// </summary>
internal static partial class TextsInUse
{
    /// <summary>The keys, each once, in their order.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        .. new[] { typeof(Text).Assembly, typeof(Refusal).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => !IsInEnglish(t))
            .SelectMany(Instructions.Methods)
            .SelectMany(In)
            .Where(NeedsWords)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    // Programs and those who run the service read English: the API's problems, the admin's pages, the developer's
    // mailbox. What draws a PDF says nothing to anybody.
    private static bool IsInEnglish(Type type) =>
        type.Namespace is "Workflow.Web.Admin" or "Workflow.Web.Api" or "Workflow.Web.Development" or "Workflow.Web.Records.Pdf"
        || EnglishType().IsMatch(type.FullName!);

    // A text that is one hole says only what somebody else said.
    private static bool NeedsWords(string key) => key.Length > 0 && !BareHole().IsMatch(key);

    private static IEnumerable<string> In(MethodBase method)
    {
        // Texts within the holes of texts are complete before the outer one goes on, so those under way form a stack.
        var underWay = new Stack<Building>();
        var formats = new Stack<string>();
        var numbers = new List<int>();
        string? text = null;
        object? last = null;
        foreach (var operand in Instructions.Of(method))
        {
            switch (operand)
            {
                case int number:
                    numbers.Add(number);
                    break;
                case string literal:
                    text = literal;
                    break;
                // A format is followed by its arguments: an array made on the spot, or the empty one.
                case Type made when made == typeof(object) && last is int && text is not null:
                case MethodInfo { Name: nameof(Array.Empty) } when last is string:
                    formats.Push(text!);
                    break;
                case ConstructorInfo { DeclaringType: var type } when type == typeof(Text) && method.DeclaringType != typeof(Text):
                    underWay.Push(new Building(numbers[^2], numbers[^1]));
                    break;
                case MethodInfo { Name: nameof(Text.AppendLiteral) } call when call.DeclaringType == typeof(Text):
                    underWay.Peek().Add(text!);
                    break;
                case MethodInfo { Name: nameof(Text.AppendFormatted) } call when call.DeclaringType == typeof(Text):
                    underWay.Peek().AddHole(text);
                    break;
                case MethodInfo { Name: nameof(FormattableStringFactory.Create) } call when call.DeclaringType == typeof(FormattableStringFactory):
                    yield return formats.Pop();
                    break;
            }

            if (operand is MethodBase)
            {
                text = null;
            }

            last = operand;
            while (underWay.TryPeek(out var inner) && inner.IsComplete)
            {
                yield return underWay.Pop().Key;
            }
        }
    }

    [GeneratedRegex(@"Slices[._](Admin|Dev)|\.DraftOfJson", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishType();

    [GeneratedRegex(@"^\{0(:lower|:upper)?\}$", RegexOptions.CultureInvariant)]
    private static partial Regex BareHole();

    /// <summary>A text whose pieces the code puts together; the compiler says at the start how many there are.</summary>
    private sealed class Building(int letters, int holes)
    {
        private int _letters;
        private int _holes;

        public string Key { get; private set; } = "";

        public bool IsComplete => _letters == letters && _holes == holes;

        public void Add(string literal)
        {
            _letters += literal.Length;
            Key += literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        }

        public void AddHole(string? format) => Key += format is null ? $"{{{_holes++}}}" : $"{{{_holes++}:{format}}}";
    }
}
