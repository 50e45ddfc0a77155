using System.Text.RegularExpressions;
using Workflow.Core.Documents;

namespace Workflow.Core.Policies.Holidays;

/// <summary>
/// The documents of holidays to which a calendar refers by a code: <c>fr</c> for what is common to a country, <c>de-by</c>
/// for a region of it, as in ISO 3166 but in lower case.
/// </summary>
internal sealed partial class HolidayBook(IReadOnlyList<DocumentText> documents)
{
    private readonly Dictionary<string, HolidayDocument?> _read = new(StringComparer.Ordinal);
    private readonly List<PolicyProblem> _problems = [];

    /// <summary>What is wrong with the documents that were needed so far.</summary>
    public IReadOnlyList<PolicyProblem> Problems => _problems;

    /// <summary>The name of the document that a code leads to; null when it is not a code.</summary>
    public static string? DocumentOf(string code) => Code().Match(code) is { Success: true } match ? $"holidays/{match.Groups["country"].Value}.yaml" : null;

    /// <summary>The days off that a code stands for; none, with a problem, when it leads nowhere.</summary>
    public IReadOnlyList<DateOnly> Days(Node.Scalar code, ProblemList problems)
    {
        var name = DocumentOf(code.Text)!;
        if (documents.FirstOrDefault(d => d.Name == name) is not { } document)
        {
            problems.Error(code.Place, $"The holidays of '{code.Text}' were not found.", $"Put {name} beside this document, or list the days.");
            return [];
        }

        if (Read(document) is not { } holidays)
        {
            problems.Error(code.Place, $"The holidays of '{code.Text}' cannot be read.", $"Correct {name}.");
            return [];
        }

        var region = Code().Match(code.Text).Groups["region"] is { Success: true } written ? written.Value : null;
        if (region is not null && !holidays.Regions.ContainsKey(region))
        {
            problems.Error(code.Place, $"'{region}' is no region of {name}.", $"Use one of: {string.Join(", ", holidays.Regions.Keys)}.");
            return [];
        }

        return holidays.Days(region);
    }

    private HolidayDocument? Read(DocumentText document)
    {
        if (!_read.TryGetValue(document.Name, out var holidays))
        {
            var problems = new ProblemList(document.Name);
            holidays = HolidayReader.Read(document.Text, problems);
            _problems.AddRange(problems.Items);
            _read[document.Name] = holidays;
        }

        return holidays;
    }

    [GeneratedRegex("^(?<country>[a-z]{2})(-(?<region>[a-z0-9]{1,3}))?$")]
    private static partial Regex Code();
}
