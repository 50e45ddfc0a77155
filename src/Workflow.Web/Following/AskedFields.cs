using System.Text.Json;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Submitting;

namespace Workflow.Web.Following;

/// <summary>The fields of the declaration that a person's question is about: they can be changed with the answer, and no others.</summary>
internal static class AskedFields
{
    private static readonly Dictionary<string, Func<DeclarationDraft, DeclarationDraft, DeclarationDraft>> Take =
        new(StringComparer.Ordinal)
        {
            ["title"] = (draft, typed) => draft with { Title = typed.Title },
            ["description"] = (draft, typed) => draft with { Description = typed.Description },
            ["use"] = (draft, typed) => draft with { Use = typed.Use },
            ["finalDeliverable"] = (draft, typed) => draft with { FinalDeliverable = typed.FinalDeliverable },
            ["tools"] = (draft, typed) => draft with { Tools = typed.Tools },
            ["inputKinds"] = (draft, typed) => draft with { InputKinds = typed.InputKinds },
            ["inputs"] = (draft, typed) => draft with { Inputs = typed.Inputs },
            ["outputs"] = (draft, typed) => draft with { Outputs = typed.Outputs },
            ["p1"] = (draft, typed) => draft with { P1 = typed.P1 },
            ["p2"] = (draft, typed) => draft with { P2 = typed.P2 },
            ["p3"] = (draft, typed) => draft with { P3 = typed.P3 },
            ["p4"] = (draft, typed) => draft with { P4 = typed.P4 },
            ["p5"] = (draft, typed) => draft with { P5 = typed.P5 },
            ["peopleDepicted"] = (draft, typed) => draft with { PeopleDepicted = typed.PeopleDepicted },
            ["beneficiaries"] = (draft, typed) => draft with { Beneficiaries = typed.Beneficiaries },
            ["from"] = (draft, typed) => draft with { From = typed.From },
            ["to"] = (draft, typed) => draft with { To = typed.To },
            ["territory"] = (draft, typed) => draft with { Territory = typed.Territory },
        };

    /// <summary>
    /// Those of a person's question, in its order; none when it names none. The production is not among them: it
    /// decides who is asked, so another one needs a request of its own.
    /// </summary>
    public static IReadOnlyList<string> Of(OpenQuestion question) => question.Text is null
        ? []
        : [.. question.Fields.Select(f => f.Split('[')[0]).Where(Take.ContainsKey).Distinct(StringComparer.Ordinal)];

    /// <summary>The draft with the asked fields as they were typed.</summary>
    public static DeclarationDraft Merge(DeclarationDraft draft, DeclarationDraft typed, IReadOnlyList<string> asked) =>
        asked.Aggregate(draft, (merged, field) => Take[field](merged, typed));

    /// <summary>Whether both drafts say the same.</summary>
    public static bool AreSame(DeclarationDraft one, DeclarationDraft other) => Written(one) == Written(other);

    private static string Written(DeclarationDraft draft) => JsonSerializer.Serialize(draft, DraftJson.Default.DeclarationDraft);
}
