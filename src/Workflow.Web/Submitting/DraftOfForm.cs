using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;

namespace Workflow.Web.Submitting;

/// <summary>Takes a draft out of a posted form. It checks nothing: what was typed stays as typed.</summary>
internal static class DraftOfForm
{
    /// <summary>How many tool rows the form shows.</summary>
    public const int ToolRows = 5;

    public static DeclarationDraft Read(IFormCollection form) => new()
    {
        Name = Text(form, "name"),
        Email = Text(form, "email"),
        Language = Text(form, "language"),
        Production = Text(form, "production"),
        Title = Text(form, "title"),
        Description = Text(form, "description"),
        Tools = Tools(form),
        Inputs = Text(form, "inputs"),
        InputKinds = [.. form["inputKinds"].OfType<string>()],
        Outputs = Text(form, "outputs"),
        Use = Text(form, "use"),
        FinalDeliverable = Text(form, "finalDeliverable"),
        PeopleDepicted = Lines(form, "peopleDepicted"),
        Beneficiaries = Lines(form, "beneficiaries"),
        From = Text(form, "from"),
        To = Text(form, "to"),
        Territory = Text(form, "territory"),
        P1 = Text(form, "p1"),
        P2 = Text(form, "p2"),
        P3 = Text(form, "p3"),
        P4 = Text(form, "p4"),
        P5 = Text(form, "p5"),
    };

    // An empty field of a form says nothing, so it is no answer. Browsers send line breaks as CR LF; the positions of
    // evidence must not depend on that.
    private static string? Text(IFormCollection form, string name) =>
        form[name].FirstOrDefault() is { } value && !string.IsNullOrWhiteSpace(value)
            ? value.ReplaceLineEndings("\n")
            : null;

    private static string[] Lines(IFormCollection form, string name) =>
        Text(form, name)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    // Rows left empty between others are dropped here, before anything is said about a row by its number.
    private static ToolDraft[] Tools(IFormCollection form) =>
    [
        .. Enumerable.Range(0, DeclarationLimits.Entries)
            .Select(i => new ToolDraft
            {
                Name = Text(form, $"tools[{i}].name"),
                Vendor = Text(form, $"tools[{i}].vendor"),
                Plan = Text(form, $"tools[{i}].plan"),
                Terms = Text(form, $"tools[{i}].terms"),
            })
            .Where(tool => tool != new ToolDraft()),
    ];
}
