using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;

namespace Workflow.Web.Review;

/// <summary>A condition with a day or an owner, as typed.</summary>
/// <param name="Index">Its place on the form, from 0.</param>
/// <param name="Text">What is owed.</param>
/// <param name="Due">The day, as date controls send it: <c>2026-12-01</c>.</param>
/// <param name="Owner">Who owes it.</param>
public sealed record ConditionRow(int Index, string Text = "", string Due = "", string Owner = "")
{
    /// <summary>How many stand on the form.</summary>
    public const int Count = 4;

    /// <summary>Whether nothing was typed in it.</summary>
    public bool IsEmpty => Text.Length + Due.Length + Owner.Length == 0;

    /// <summary>The condition, once nothing is wrong with it.</summary>
    public Condition ToCondition() => new(Text, Day, Owner.Length == 0 ? null : Owner);

    /// <summary>The rows as posted; empty ones where nothing was.</summary>
    public static IReadOnlyList<ConditionRow> Read(IFormCollection fields) =>
    [
        .. Enumerable.Range(0, Count).Select(i => new ConditionRow(i)).Select(row => row with
        {
            Text = PlainText.Line(fields[row.Name("text")]) ?? "",
            Due = fields[row.Name("due")].ToString().Trim(),
            Owner = PlainText.Line(fields[row.Name("owner")]) ?? "",
        }),
    ];

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<FieldProblem> Problems()
    {
        if (!IsEmpty && Text.Length == 0)
        {
            yield return new FieldProblem(Name("text"), $"Say what has to be met.");
        }

        if (Due.Length > 0 && Day is null)
        {
            yield return new FieldProblem(Name("due"), $"Write the day as year, month and day, such as 2026-12-01.");
        }
    }

    /// <summary>Its three fields.</summary>
    public IReadOnlyList<Field> Fields(IReadOnlyList<FieldProblem> problems) =>
    [
        new Field(Name("text"), $"Condition {Index + 1}") { Value = Text, Optional = true }.With(problems),
        new Field(Name("due"), $"To be met by") { Value = Due, Type = "date", Optional = true }.With(problems),
        new Field(Name("owner"), $"Who has to meet it") { Value = Owner, Optional = true }.With(problems),
    ];

    private DateOnly? Day => DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string Name(string part) => string.Create(CultureInfo.InvariantCulture, $"condition[{Index}].{part}");
}
