using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What a declaration says in one field, in words.</summary>
public static class DeclaredWords
{
    /// <summary>The value of a field by the name that forms use; "Not stated" when it is empty.</summary>
    public static Text Of(Declaration declaration, string field) => field switch
    {
        "production" => Words(declaration.Production),
        "title" => Words(declaration.Title),
        "description" => Words(declaration.Description),
        "tools" => Words(string.Join("; ", declaration.Tools.Select(Tool))),
        "inputs" => Words(declaration.Inputs),
        "inputKinds" => declaration.InputKinds.Count == 0 ? NotStated : Phrase.And([.. declaration.InputKinds.Select(UseWords.Name)]),
        "outputs" => Words(declaration.Outputs),
        "use" => UseWords.Name(declaration.Use),
        "finalDeliverable" => PrincipleWords.Answer(declaration.FinalDeliverable),
        "p1" or "p2" or "p3" or "p4" or "p5" => PrincipleWords.Answer(declaration.Principles[(Principle)(field[1] - '0')]),
        "peopleDepicted" => Words(string.Join(", ", declaration.PeopleDepicted)),
        "beneficiaries" => Words(string.Join(", ", declaration.Beneficiaries)),
        "from" => declaration.From is { } from ? Moment.Day(from) : NotStated,
        "to" => declaration.To is { } to ? Moment.Day(to) : NotStated,
        "territory" => Words(declaration.Territory),
        "attachments" => Words(string.Join(", ", declaration.Attachments.Select(a => a.Name))),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A declaration has no such field."),
    };

    private static Text NotStated => UseWords.Name((IntendedUse?)null);

    private static Text Words(string? typed) => string.IsNullOrEmpty(typed) ? NotStated : Phrase.Theirs(typed);

    private static string Tool(Tool tool) =>
        string.Join(", ", new[] { tool.Name, tool.Vendor, tool.Plan, tool.Terms }.Where(part => !string.IsNullOrEmpty(part)));
}
