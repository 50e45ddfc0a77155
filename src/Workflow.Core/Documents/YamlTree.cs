using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Workflow.Core.Documents;

/// <summary>Reads YAML into a tree that keeps every place.</summary>
/// <remarks>
/// Only what a document for people needs: one document of mappings, lists and plain values. Anchors, aliases and tags
/// are refused, so nothing can be expanded without bound; size and depth are limited.
/// </remarks>
internal static class YamlTree
{
    /// <summary>In UTF-16 characters; the built-in documents are a tenth of it.</summary>
    public const int MaxLength = 512 * 1024;

    /// <summary>Mappings and lists within each other.</summary>
    public const int MaxDepth = 12;

    /// <summary>The tree, or null when there is none to speak of.</summary>
    public static Node? Read(string yaml, ProblemList problems)
    {
        if (yaml.Length > MaxLength)
        {
            problems.Error(Place.Start, $"The document has more than {MaxLength} characters.", "Split it or shorten it.");
            return null;
        }

        var parser = new Parser(new StringReader(yaml));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                problems.Error(Place.Start, "The document is empty.", "Start from the built-in one.");
                return null;
            }

            var root = ReadNode(parser, "", 0, problems);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                problems.Error(PlaceOf(second), "A second document starts here.", "Keep one document in a file.");
            }

            return root;
        }
        catch (YamlException malformed)
        {
            return Malformed(PlaceOf(malformed.Start), malformed.Reason());
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or ArgumentException)
        {
            // The parser gives up this way on some brackets and tags.
            return Malformed(parser.Current is { } last ? PlaceOf(last.End) : Place.Start, "a bracket, a quote or a tag is not complete.");
        }

        Node? Malformed(Place at, string reason)
        {
            problems.Error(at, $"This is not well-formed YAML: {reason}", "Check indentation, quotes and brackets at this place and just before it.");
            return null;
        }
    }

    private static Node? ReadNode(Parser parser, string path, int depth, ProblemList problems)
    {
        var current = parser.Current!;
        var place = PlaceOf(current);
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
        {
            problems.Error(place, "Anchors and aliases are not allowed.", "Write the value out where it is needed.");
            parser.SkipThisAndNestedEvents();
            return null;
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            problems.Error(place, "Tags such as '!!str' are not allowed.", "Remove the tag; quote the value if it must be text.");
        }

        if (depth > MaxDepth)
        {
            problems.Error(place, $"More than {MaxDepth} levels within each other.", "Flatten this part.");
            parser.SkipThisAndNestedEvents();
            return null;
        }

        return current switch
        {
            MappingStart => ReadMap(parser, path, place, depth, problems),
            SequenceStart => ReadSequence(parser, path, place, depth, problems),
            _ => new Node.Scalar(path, place, parser.Consume<Scalar>().Value),
        };
    }

    private static Node.Sequence ReadSequence(Parser parser, string path, Place place, int depth, ProblemList problems)
    {
        parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(parser, $"{path}[{items.Count}]", depth + 1, problems) is { } item)
            {
                items.Add(item);
            }
        }

        return new Node.Sequence(path, place, items);
    }

    private static Node.Map ReadMap(Parser parser, string path, Place place, int depth, ProblemList problems)
    {
        parser.Consume<MappingStart>();
        var entries = new List<Node.Entry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = PlaceOf(parser.Current!);
            var key = ReadNode(parser, path, depth + 1, problems) as Node.Scalar;
            var value = ReadNode(parser, path.Length == 0 ? $"{key?.Text}" : $"{path}.{key?.Text}", depth + 1, problems);
            if (key is null)
            {
                problems.Error(at, "A key must be a plain word.", "Write 'key: value'.");
            }
            else if (!seen.Add(key.Text))
            {
                problems.Error(at, $"'{key.Text}' stands here twice.", "Keep one of them.");
            }
            else if (value is not null)
            {
                entries.Add(new Node.Entry(key.Text, at, value));
            }
        }

        return new Node.Map(path, place, entries);
    }

    // The parser writes its own place in front of the reason; we show the place ourselves.
    private static string Reason(this YamlException malformed)
    {
        var end = malformed.Message.LastIndexOf("): ", StringComparison.Ordinal);
        return end < 0 ? malformed.Message : malformed.Message[(end + 3)..];
    }

    private static Place PlaceOf(ParsingEvent @event) => PlaceOf(@event.Start);

    private static Place PlaceOf(Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));
}
