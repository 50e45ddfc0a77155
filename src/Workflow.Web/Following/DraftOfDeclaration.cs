using System.Globalization;
using Workflow.Core.Requests;

namespace Workflow.Web.Following;

/// <summary>Puts a declaration back into a form. What nobody has answered stays unanswered.</summary>
internal static class DraftOfDeclaration
{
    public static DeclarationDraft Of(Declaration declaration, Submitter submitter) => new()
    {
        Name = submitter.Name,
        Email = submitter.Email,
        Language = submitter.Language,
        Production = declaration.Production,
        Title = declaration.Title,
        Description = declaration.Description,
        Tools = [.. declaration.Tools.Select(t => new ToolDraft { Name = t.Name, Vendor = t.Vendor, Plan = t.Plan, Terms = t.Terms })],
        Inputs = declaration.Inputs,
        InputKinds = [.. declaration.InputKinds.Select(Wire.Word)],
        Outputs = declaration.Outputs,
        Use = Word(declaration.Use),
        FinalDeliverable = Word(declaration.FinalDeliverable),
        PeopleDepicted = declaration.PeopleDepicted,
        Beneficiaries = declaration.Beneficiaries,
        From = Day(declaration.From),
        To = Day(declaration.To),
        Territory = declaration.Territory,
        P1 = Word(declaration.Principles.P1),
        P2 = Word(declaration.Principles.P2),
        P3 = Word(declaration.Principles.P3),
        P4 = Word(declaration.Principles.P4),
        P5 = Word(declaration.Principles.P5),
    };

    private static string? Word<T>(T? value) where T : struct, Enum => value is { } word ? Wire.Word(word) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
