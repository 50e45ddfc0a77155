using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Web.Following;

/// <summary>A consent as typed: every field is still text, so that the page can show it again.</summary>
/// <param name="Person">One of the people depicted, as chosen.</param>
/// <param name="OtherPerson">Somebody else, as typed.</param>
/// <param name="Scope">What the document covers.</param>
/// <param name="SignedBy">Who signed it.</param>
/// <param name="From">ISO 8601 date.</param>
/// <param name="Until">ISO 8601 date.</param>
public sealed record ConsentDraft(
    string? Person = null,
    string? OtherPerson = null,
    string? Scope = null,
    string? SignedBy = null,
    string? From = null,
    string? Until = null)
{
    /// <summary>What was posted.</summary>
    public static ConsentDraft In(IFormCollection form) => new(
        form["person"], form["otherPerson"], form["scope"], form["signedBy"], form["from"], form["until"])
    {
        Kinds = [.. form["kind"].OfType<string>()],
    };

    /// <summary>To what, as ticked; words of <see cref="ConsentKind"/>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Everything that is wrong, in the order of the form.</summary>
    public IReadOnlyList<FieldProblem> Problems()
    {
        var problems = new List<FieldProblem>();
        if (Name is null)
        {
            problems.Add(new("otherPerson", $"Say whose consent it is."));
        }
        else if (PlainText.Line(Person) is not null && PlainText.Line(OtherPerson) is not null)
        {
            problems.Add(new("otherPerson", $"Choose a person or type a name, not both."));
        }

        if (Kinds.Count == 0 || Kinds.Any(k => Wire.Read<ConsentKind>(k) is null))
        {
            problems.Add(new("kind", $"Say what the document shows."));
        }

        Words(problems, "scope", PlainText.Lines(Scope), DeclarationLimits.Text, $"Say what the document covers, as it says so itself.");
        Words(problems, "signedBy", PlainText.Line(SignedBy), DeclarationLimits.Line, $"Say who signed it.");
        if (string.IsNullOrWhiteSpace(From))
        {
            problems.Add(new("from", $"Say from which day it holds."));
        }

        Day(problems, "from", From);
        Day(problems, "until", Until);
        if (Read(Until) < Read(From))
        {
            problems.Add(new("until", $"The last day is before the first. Correct one of them."));
        }

        return problems;
    }

    /// <summary>The evidence of each kind, once there are no <see cref="Problems"/>.</summary>
    public IReadOnlyList<ConsentEvidence> With(Attachment document) =>
    [
        .. Kinds.Select(k => Wire.Read<ConsentKind>(k)!.Value).Distinct().Select(kind => new ConsentEvidence(
            Name!, kind, PlainText.Lines(Scope)!, PlainText.Line(SignedBy)!, Read(From)!.Value, Read(Until), document)),
    ];

    private string? Name => PlainText.Line(OtherPerson) ?? PlainText.Line(Person);

    private static void Words(List<FieldProblem> problems, string field, string? words, int most, FormattableString needed)
    {
        if (words is null)
        {
            problems.Add(new(field, needed));
        }
        else if (words.Length > most)
        {
            problems.Add(new(field, $"This has {words.Length} characters; at most {most} fit. Shorten it."));
        }
    }

    private static void Day(List<FieldProblem> problems, string field, string? typed)
    {
        if (!string.IsNullOrWhiteSpace(typed) && Read(typed) is null)
        {
            var quoted = $"“{PlainText.Shorten(PlainText.Line(typed) ?? "", 60)}”";
            problems.Add(new(field, $"{quoted} is not a date. Write it as year-month-day, such as 2026-03-31."));
        }
    }

    private static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
