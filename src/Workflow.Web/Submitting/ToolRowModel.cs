using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Submitting;

/// <summary>One row of tools in a form.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Tool">What was typed.</param>
/// <param name="Fields">The form it is in.</param>
public sealed record ToolRowModel(int Index, ToolDraft Tool, DeclarationFields Fields)
{
    /// <summary>The fields of the row.</summary>
    public IEnumerable<Field> Parts() =>
    [
        Part("name", $"Tool", Tool.Name, optional: Index > 0),
        Part("vendor", $"Vendor", Tool.Vendor, optional: true),
        Part("plan", $"Plan or licence", Tool.Plan, optional: true),
        Part("terms", $"Terms, or a link to them", Tool.Terms, optional: true),
    ];

    private Field Part(string part, Text label, string? value, bool optional) =>
        Fields.Show(new Field($"tools[{Index}].{part}", label) { Optional = optional }, value);
}
