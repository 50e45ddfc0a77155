using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>The fields of a declaration by the names that people read; in code they go by the names that forms use.</summary>
public static partial class FieldWords
{
    /// <summary>A short label: <c>finalDeliverable</c> gives "In the final picture". An unknown name is given back.</summary>
    public static Text Label(string field) => field switch
    {
        "name" => $"Submitter",
        "email" => $"Submitter's address",
        "production" => $"Production",
        "title" => $"Title",
        "description" => $"What is intended",
        "tools" => $"Tools",
        "inputs" => $"What goes in",
        "inputKinds" => $"Kinds of material that go in",
        "outputs" => $"What comes out",
        "use" => $"Where it ends up",
        "finalDeliverable" => $"In the final picture",
        "peopleDepicted" => $"Real people depicted",
        "beneficiaries" => $"Who gains from the approval",
        "from" => $"First day",
        "to" => $"Last day",
        "territory" => $"Territory",
        "attachments" => $"Files",
        "p1" or "p2" or "p3" or "p4" or "p5" => PrincipleWords.Name((Principle)(field[1] - '0')),
        _ => Entry().Match(field) is { Success: true } entry ? EntryLabel(entry) : Phrase.Theirs(field),
    };

    /// <summary>A part of a tool, as it stands within a sentence: "plan".</summary>
    public static Text Part(string part) => part switch
    {
        "name" => $"name",
        "vendor" => $"vendor",
        "plan" => $"plan",
        "terms" => $"terms",
        _ => Phrase.Theirs(part),
    };

    private static Text EntryLabel(Match entry)
    {
        var list = Label(entry.Groups["list"].Value);
        var number = int.Parse(entry.Groups["index"].Value, CultureInfo.InvariantCulture) + 1;
        return entry.Groups["part"] is { Success: true, Value: var part }
            ? (Text)$"{list}, no. {number}, {Part(part)}"
            : $"{list}, no. {number}";
    }

    [GeneratedRegex(@"^(?<list>[a-zA-Z]+)\[(?<index>\d{1,4})\](\.(?<part>[a-z]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
